package io.freshmaker.messaging.outbound;

import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.KeptThread;
import io.freshmaker.messaging.bus.Trouble;
import io.freshmaker.messaging.outbound.UmbOutbox.Waiting;
import io.freshmaker.messaging.umb.UmbSettings;
import io.freshmaker.platform.pause.Pauses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the UMB what waits for it, one process at a time, in order: what was sent is removed when the broker has accepted it. After a
 * crash in between it is sent again, with the same ids.
 */
@Component
class UmbPublisher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UmbPublisher.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 100;

    private final UmbOutbox outbox;
    private final UmbSender sender;
    private final TransactionOperations transactions;
    private final BusMetrics metrics;
    private final boolean isWanted;
    private final Pauses pauses = new Pauses(FIRST_PAUSE, LONGEST_PAUSE);
    private final KeptThread thread = new KeptThread("umb-publisher");

    UmbPublisher(
            UmbOutbox outbox,
            UmbSender sender,
            TransactionOperations transactions,
            BusMetrics metrics,
            UmbSettings settings) {
        this.outbox = outbox;
        this.sender = sender;
        this.transactions = transactions;
        this.metrics = metrics;
        this.isWanted = settings.publish();
    }

    @Override
    public boolean isAutoStartup() {
        return isWanted;
    }

    @Override
    public void start() {
        thread.start(this::keepPublishing);
    }

    @Override
    public void stop() {
        thread.stop();
        thread.awaitEnd();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    private void keepPublishing() throws InterruptedException {
        try {
            Duration pause;
            do pause = publish();
            while (!thread.isStoppedWithin(pause));
        } finally {
            sender.leave();
        }
    }

    /** How long to wait before the next time. */
    private Duration publish() {
        try {
            boolean all = Boolean.TRUE.equals(transactions.execute(_ -> publishNext()));
            pauses.succeeded();
            return all ? POLL : Duration.ZERO;
        } catch (RuntimeException e) {
            Duration pause = pauses.next();
            log.warn("The UMB cannot be published to, again in {} s: {}", pause.toSeconds(), Trouble.of(e));
            return pause;
        }
    }

    /** Whether that was all for now. */
    private boolean publishNext() {
        if (!outbox.isOurs()) return true;
        List<Waiting> next = outbox.next(MOST);
        if (next.isEmpty()) return true;
        send(next);
        outbox.removeUpTo(next.getLast().id());
        return next.size() < MOST;
    }

    private void send(List<Waiting> messages) {
        boolean sent = false;
        metrics.toSend(messages.size());
        try {
            sender.send(messages);
            sent = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            if (sent) metrics.sent(messages.size());
            else metrics.notSent(messages.size());
        }
    }
}
