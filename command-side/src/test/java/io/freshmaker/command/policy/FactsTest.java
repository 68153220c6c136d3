package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.event.Events;
import io.freshmaker.command.policy.BuildSoFar.Dated;
import org.junit.jupiter.api.Test;

class FactsTest {

    private final Stored stored = new Stored();

    @Test
    void the_trigger_of_an_event_is_read_back() {
        stored.with(EVENT.value(), Events.registered(), Events.planned());

        assertThat(stored.facts().registered(EVENT)).isEqualTo(Events.registered());
    }

    @Test
    void an_event_that_nobody_stored_is_named() {
        assertThatThrownBy(() -> stored.facts().registered(EVENT)).hasMessage("No Event " + EVENT);
    }

    @Test
    void the_facts_of_a_build_are_read_oldest_first() {
        stored.with(id(BASE).value(), isPlanned(BASE), started(BASE, null));

        assertThat(stored.facts().of(id(BASE)).facts())
                .containsExactly(new Dated(isPlanned(BASE), Builds.NOW), new Dated(started(BASE, null), Builds.NOW));
    }

    @Test
    void a_build_that_nobody_stored_has_no_facts() {
        assertThat(stored.facts().of(id(BASE)).facts()).isEmpty();
    }
}
