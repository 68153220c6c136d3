package io.freshmaker.messaging.outbound;

import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.platform.feed.Feed;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Positions of facts in the feed. Another processor gives them, which may be a little behind: then it is waited for. */
@Component
class Positions {

    private static final Duration PAUSE = Duration.ofMillis(3);

    private final Feed feed;
    private final Duration patience;

    Positions(Feed feed, BusSettings settings) {
        this.feed = feed;
        this.patience = settings.positionTimeout();
    }

    /** The position of each; throws {@link IllegalStateException} when one has none in time. */
    Map<String, Long> of(Collection<String> factIds) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, Long> known = feed.positionsOf(factIds);
        while (known.size() < factIds.size()) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Facts have no position yet: the processor numbering is behind");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            known = feed.positionsOf(factIds);
        }
        return known;
    }
}
