package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.EVENT_NUMBER;
import static io.freshmaker.command.artifactbuild.Builds.TOOLS;
import static io.freshmaker.command.artifactbuild.Builds.needing;
import static io.freshmaker.command.compose.Wishes.DEADLINE;
import static io.freshmaker.command.compose.Wishes.NOW;
import static io.freshmaker.command.compose.Wishes.OTHERS;
import static io.freshmaker.command.compose.Wishes.SETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.freshmaker.api.compose.ComposeCommand.RequestCompose;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Actor;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.compose.ComposeSettings;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.compose.Wishes;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.job.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From a plan to the wishes of its Event. */
class PrepareComposesTest {

    private static final RebuildActivated ACTIVATED = new RebuildActivated(EVENT, List.of());
    private static final EventCompleted COMPLETED = new EventCompleted(EVENT, new Tally(0, 0, 0));

    private final Stored stored = new Stored();
    private final Jobs jobs = mock(Jobs.class);
    private final ComposeUses uses = mock(ComposeUses.class);
    private final PrepareComposeJob prepare = mock(PrepareComposeJob.class);
    private final RequestComposesJob request = new RequestComposesJob(
            stored.facts(),
            stored.commands(),
            new ComposeSettings(Duration.ofMinutes(1), Duration.ofHours(24)),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final PrepareComposesOnRebuildPlanned policy =
            new PrepareComposesOnRebuildPlanned(jobs, request, prepare, uses);

    @Test
    void a_plan_without_composes_costs_nothing() {
        policy.react(plan(false, BASE, APP));

        verifyNoMoreInteractions(jobs, uses);
    }

    @Test
    void a_plan_with_composes_has_them_asked_for_and_each_wish_is_noted() {
        policy.react(plan(false, BASE, needs(APP, SETS)));
        verify(jobs).store(request, EVENT.value());

        ComposeRequested wish = Wishes.requested(EVENT, SETS);
        policy.react(wish);
        verify(uses).want(wish);
        verify(jobs).store(prepare, wish.composeId().value());
    }

    @Test
    void each_distinct_wish_of_an_event_is_asked_for_once() {
        stored.with(EVENT.value(), plan(false, needs(BASE, SETS), needs(TOOLS, OTHERS, SETS), APP), ACTIVATED);

        request.run(EVENT.value());
        request.run(EVENT.value());

        assertThat(stored.sent().subList(0, 2)).containsExactly(wanted(SETS, false), wanted(OTHERS, false));
        assertThat(stored.sent()).as("each is taken once").hasSize(4);
    }

    @Test
    void a_dry_run_says_so() {
        stored.with(EVENT.value(), plan(true, needs(BASE, SETS)), ACTIVATED);

        request.run(EVENT.value());

        assertThat(stored.sent()).containsExactly(wanted(SETS, true));
    }

    @Test
    void nothing_is_asked_for_before_every_build_is_stored() {
        stored.with(EVENT.value(), plan(false, needs(BASE, SETS)));
        assertThatThrownBy(() -> request.run(EVENT.value())).isInstanceOf(NotYet.class);
        assertThat(stored.sent()).isEmpty();

        stored.with(EVENT.value(), ACTIVATED);
        request.run(EVENT.value());

        assertThat(stored.sent()).hasSize(1);
    }

    @Test
    void for_an_event_that_is_over_and_for_what_can_never_be_built_nothing_is_asked_for() {
        PlannedArtifact flawed = BASE.prepared(needing(SETS).flawed(Reason.of(ReasonCode.UNKNOWN_PARENT)));
        stored.with(EVENT.value(), plan(false, flawed), ACTIVATED);
        request.run(EVENT.value());
        stored.with(EVENT.value(), COMPLETED);
        request.run(EVENT.value());

        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void an_event_that_is_over_waits_no_more() {
        policy.react(COMPLETED);
        policy.react(new EventCanceled(EVENT, Actor.ANYONE, List.of()));

        verify(uses, times(2)).leave(EVENT);
    }

    private static RequestCompose wanted(ComposeRequest wish, boolean dryRun) {
        return new RequestCompose(wish.idIn(EVENT), EVENT, EVENT_NUMBER, wish, DEADLINE, dryRun);
    }

    private static PlannedArtifact needs(PlannedArtifact artifact, ComposeRequest... wishes) {
        return artifact.prepared(needing(wishes));
    }

    private static RebuildPlanned plan(boolean dryRun, PlannedArtifact... artifacts) {
        return new RebuildPlanned(
                EVENT, EVENT_NUMBER, Stream.of(artifacts).map(Builds::planned).toList(), List.of(), dryRun);
    }
}
