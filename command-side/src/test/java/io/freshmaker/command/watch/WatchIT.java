package io.freshmaker.command.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchIT {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final TestDatabase database = TestPostgres.fresh();
    private int begun;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_round_is_begun_at_once_and_then_when_it_is_due_by_one_of_several_processes() {
        lookAt(NOW);
        lookAt(NOW);
        lookAt(NOW.plusSeconds(59));
        assertThat(begun).isEqualTo(1);

        lookAt(NOW.plusSeconds(60));
        lookAt(NOW.plusSeconds(61));
        assertThat(begun).isEqualTo(2);
    }

    private void lookAt(Instant time) {
        Round round = new Round() {
            @Override
            public String name() {
                return "shelf";
            }

            @Override
            public Duration every() {
                return Duration.ofMinutes(1);
            }

            @Override
            public void begin() {
                begun++;
            }
        };
        new Watch(List.of(() -> List.of(round)), database.sql(), Clock.fixed(time, ZoneOffset.UTC)).look();
    }
}
