package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class CatchUpJobIT {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Trigger TAGGED = new BuildTagged("tls-1-2.fc42", "f42-updates", "f42");

    private final TestDatabase database = TestPostgres.fresh();
    private final Stored stored = new Stored();
    private final Source source = new Source();
    private final ReadUntil readUntil = new ReadUntil(database.sql());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_changed_is_registered_and_marked_as_caught_up() {
        source.triggers = List.of(TAGGED);

        at(NOW).run("shelf");

        assertThat(stored.sent())
                .containsExactly(
                        new RegisterEvent(TAGGED.eventId(), "caught-up.shelf.f42-updates/tls-1-2.fc42", TAGGED));
    }

    @Test
    void it_begins_with_its_first_start_and_goes_on_with_an_overlap() {
        at(NOW).run("shelf");
        at(NOW.plus(Duration.ofHours(5))).run("shelf");

        assertThat(source.asked).containsExactly(NOW, NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void after_a_long_time_away_it_goes_back_so_far_and_no_further() {
        at(NOW).run("shelf");
        Instant late = NOW.plus(Duration.ofDays(100));
        at(late).run("shelf");

        assertThat(source.asked.getLast()).isEqualTo(late.minus(Duration.ofDays(14)));
    }

    @Test
    void a_source_that_does_not_answer_is_asked_from_the_same_time_again() {
        at(NOW).run("shelf");
        source.away = true;
        assertThatThrownBy(() -> at(NOW.plusSeconds(600)).run("shelf")).isInstanceOf(Unavailable.class);
        source.away = false;
        at(NOW.plusSeconds(7200)).run("shelf");

        assertThat(source.asked.getLast()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    private CatchUpJob at(Instant now) {
        CatchUpSettings settings =
                new CatchUpSettings(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(14), Duration.ZERO);
        return new CatchUpJob(
                List.of(source),
                settings,
                readUntil,
                stored.commands(),
                new StaticListableBeanFactory().getBeanProvider(Jobs.class),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static final class Source implements TriggerSource {

        private final List<Instant> asked = new ArrayList<>();
        private List<Trigger> triggers = List.of();
        private boolean away;

        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public List<Trigger> since(Instant from) {
            if (away) throw new Unavailable("away");
            asked.add(from);
            return triggers;
        }
    }
}
