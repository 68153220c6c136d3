package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Duration SLOW = Duration.ofMillis(40);

    private final OpenLoop loop = new OpenLoop(100, Duration.ofMillis(200));

    @Test
    void who_waits_for_a_slow_one_counts_from_its_arrival() {
        ReentrantLock one = new ReentrantLock(true);

        var millis = loop.run(_ -> {
            one.lock();
            try {
                LockSupport.parkNanos(SLOW.toNanos());
            } finally {
                one.unlock();
            }
        });

        assertThat(millis).hasSize(20);
        // the last of twenty arrives after 190 ms and is done after 800
        assertThat(Collections.max(millis)).isGreaterThan(400);
    }

    @Test
    void what_fails_is_no_figure() {
        assertThatThrownBy(() -> loop.run(_ -> {
                    throw new IllegalStateException("no electricity");
                }))
                .hasRootCauseMessage("no electricity");
    }
}
