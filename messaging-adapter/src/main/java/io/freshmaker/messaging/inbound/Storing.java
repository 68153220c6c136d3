package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.Trouble;
import io.freshmaker.platform.pause.Pauses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores deliveries, together what has arrived meanwhile, and accepts them when that is committed; nothing else. While they
 * cannot be stored they go back to the queue, for an ever longer pause, and then come one by one: one that can never be stored
 * must not hold up the others.
 */
final class Storing<H> {

    private static final Logger log = LoggerFactory.getLogger(Storing.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 100;

    private final Deliveries<H> deliveries;
    private final Consumer<List<Delivered>> store;
    private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    private int alone; // so many more are stored one by one

    Storing(Deliveries<H> deliveries, Consumer<List<Delivered>> store) {
        this.deliveries = deliveries;
        this.store = store;
    }

    /** Returns when no more is coming. What is not accepted then, the broker delivers again. */
    void untilTheEnd() throws InterruptedException, IOException {
        while (!deliveries.awaitEnd(Duration.ZERO)) {
            List<Arrived<H>> batch = deliveries.next(alone > 0 ? 1 : MOST);
            if (!batch.isEmpty()) store(batch);
        }
    }

    private void store(List<Arrived<H>> batch) throws IOException, InterruptedException {
        if (alone > 0) alone--;
        try {
            store.accept(batch.stream().map(Arrived::delivered).toList());
        } catch (RuntimeException e) {
            giveBack(batch, e);
            return;
        }
        deliveries.accept(batch);
        pauses.succeeded();
    }

    private void giveBack(List<Arrived<H>> batch, RuntimeException cause) throws IOException, InterruptedException {
        Duration pause = pauses.next();
        log.warn(
                "{} bus message(s) could not be stored, back to the queue in {} ms: {}",
                batch.size(),
                pause.toMillis(),
                Trouble.of(cause));
        deliveries.awaitEnd(pause);
        alone = MOST;
        for (Arrived<H> one : batch) deliveries.giveBack(one);
    }
}
