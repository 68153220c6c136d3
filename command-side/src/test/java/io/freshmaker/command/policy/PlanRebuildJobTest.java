package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.TOOLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCommand.ClassifyEvent;
import io.freshmaker.api.event.EventCommand.FailEvent;
import io.freshmaker.api.event.EventCommand.PlanRebuild;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCommand.SkipEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.event.Events;
import io.freshmaker.command.handler.RebuildPlanner;
import io.freshmaker.command.handler.Unplannable;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.port.UpdateDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class PlanRebuildJobTest {

    private static final DeclinedArtifact DECLINED =
            new DeclinedArtifact(BASE.artifact(), Reason.of(ReasonCode.NOT_ALLOWED, "place", "none"));

    private final RebuildPlanner planner = mock();
    private final Stored stored = new Stored();
    private final StaticListableBeanFactory systems = new StaticListableBeanFactory();
    private final PlanRebuildJob job = new PlanRebuildJob(
            stored.facts(),
            new EventTypes(
                    stored.facts(),
                    systems.getBeanProvider(Advisories.class),
                    systems.getBeanProvider(FlatpakIndex.class)),
            new WholeTriggers(systems.getBeanProvider(UpdateDetails.class)),
            planner,
            stored.commands());

    @BeforeEach
    void given() {
        stored.with(EVENT.value(), Events.registered());
    }

    @Test
    void a_plan_with_builds_is_planned() {
        RebuildPlan plan = new RebuildPlan(List.of(TOOLS), List.of(DECLINED));
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false)).thenReturn(plan);

        job.run(EVENT.value());

        assertThat(stored.sent()).containsExactly(new PlanRebuild(EVENT, plan));
    }

    @Test
    void the_plan_of_a_dry_run_is_asked_for_as_such() {
        RegisterEvent dryRun = RegisterEvent.of("message-1", Events.TRIGGER, true);
        RebuildPlan plan = new RebuildPlan(List.of(TOOLS), List.of());
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), true)).thenReturn(plan);
        stored.with(
                dryRun.eventId().value(),
                new EventRegistered(dryRun.eventId(), 8, dryRun.messageId(), dryRun.trigger(), true));

        job.run(dryRun.eventId().value());

        assertThat(stored.sent()).containsExactly(new PlanRebuild(dryRun.eventId(), plan));
    }

    @Test
    void what_a_message_left_out_of_an_update_is_looked_up_before_the_handlers_see_it() {
        UpdateStable told = new UpdateStable("FEDORA-2026-1", List.of(), "");
        UpdateStable whole = new UpdateStable("FEDORA-2026-1", List.of("tls-1-2"), "f42");
        UpdateStable unknown = new UpdateStable("FEDORA-2026-2", List.of(), "f42");
        WholeTriggers nobody = new WholeTriggers(systems.getBeanProvider(UpdateDetails.class));
        assertThat(nobody.whole(told)).isEqualTo(told);

        systems.addBean(
                "bodhi", (UpdateDetails) id -> id.equals(whole.update()) ? Optional.of(whole) : Optional.empty());
        WholeTriggers triggers = new WholeTriggers(systems.getBeanProvider(UpdateDetails.class));

        assertThat(triggers.whole(told)).isEqualTo(whole);
        assertThat(triggers.whole(unknown)).isEqualTo(unknown);
        assertThat(triggers.whole(whole)).isSameAs(whole);
        assertThat(triggers.whole(Events.TRIGGER)).isSameAs(Events.TRIGGER);
    }

    @Test
    void a_request_is_classified_before_anything_is_planned_and_its_advisory_is_asked_once() {
        EventRegistered request = request();
        EventId event = request.eventId();
        stored.with(event.value(), request);
        systems.addBean("errata", new FakeAdvisories());

        job.run(event.value());
        assertThat(stored.sent())
                .as("nothing is planned before the fact is there")
                .containsExactly(new ClassifyEvent(event, EventType.ManualRebuildWithAdvisoryEvent));

        RebuildPlan plan = new RebuildPlan(List.of(TOOLS), List.of());
        when(planner.plan(request.trigger(), EventType.ManualBundleRebuildEvent, false))
                .thenReturn(plan);
        stored.with(event.value(), new EventClassified(event, EventType.ManualBundleRebuildEvent));
        job.run(event.value());
        assertThat(stored.sent()).hasSize(2).endsWith(new PlanRebuild(event, plan));
    }

    @Test
    void a_request_waits_for_who_knows_its_advisory() {
        EventRegistered request = request();
        stored.with(request.eventId().value(), request);
        Advisories away = mock();
        when(away.find(7)).thenThrow(new Unavailable("errata away"));
        systems.addBean("errata", away);

        assertThatThrownBy(() -> job.run(request.eventId().value())).isInstanceOf(Unavailable.class);
        assertThat(stored.sent()).isEmpty();
    }

    private static EventRegistered request() {
        ManualRebuild trigger = new ManualRebuild(
                7, List.of(), new Request("manual_rebuild_1", Request.Way.API, null, List.of(), Map.of()));
        return new EventRegistered(trigger.eventId(), 9, "manual_rebuild_1", trigger);
    }

    @Test
    void an_event_is_skipped_when_nothing_is_found() {
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false)).thenReturn(RebuildPlan.EMPTY);

        job.run(EVENT.value());

        assertSkipped(Reason.of(ReasonCode.NO_CANDIDATES, "what", "bash/f25?#2a2e5b1"), List.of());
    }

    @Test
    void an_event_is_skipped_when_everything_is_declined() {
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false))
                .thenReturn(new RebuildPlan(List.of(), List.of(DECLINED)));

        job.run(EVENT.value());

        assertSkipped(Reason.of(ReasonCode.ALL_DECLINED, "count", "1"), List.of(DECLINED));
    }

    @Test
    void a_cycle_fails_the_event_and_is_named() {
        PlannedArtifact around = Builds.image("base-container-1-10").after(List.of(TOOLS.key()), List.of());
        PlannedArtifact tools = TOOLS.after(List.of(BASE.key()), List.of());
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false))
                .thenAnswer(_ -> new RebuildPlan(List.of(around, tools), List.of()));

        job.run(EVENT.value());

        assertFailed(
                ReasonCode.PLAN_HAS_CYCLE,
                "cycle",
                "image:base-container-1-10 → image:tools-container-3-1 → image:base-container-1-10");
    }

    @Test
    void a_system_that_is_away_is_asked_again() {
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false))
                .thenThrow(new Unavailable("catalog away"));

        assertThatThrownBy(() -> job.run(EVENT.value())).isInstanceOf(Unavailable.class);
        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void a_broken_handler_fails_the_event() {
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false))
                .thenThrow(new IllegalStateException("boom"));

        job.run(EVENT.value());

        assertFailed(ReasonCode.PLANNING_FAILED, "error", "boom");
    }

    @Test
    void a_system_that_is_not_set_fails_the_event_with_a_sentence_that_names_the_setting() {
        String why = "The Errata Tool cannot be asked: the setting freshmaker.errata.server-url is missing";
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false)).thenThrow(new Refused(why));

        job.run(EVENT.value());

        assertFailed(ReasonCode.PLANNING_REFUSED, "error", why);
    }

    @Test
    void what_can_never_be_planned_fails_the_event_with_its_reason() {
        Reason never = Reason.of(ReasonCode.NEVER_BUILT_FROM_BRANCH, "branch", "main");
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false)).thenThrow(new Unplannable(never));

        job.run(EVENT.value());

        assertFailed(ReasonCode.NEVER_BUILT_FROM_BRANCH, "branch", "main");
    }

    @Test
    void a_plan_with_a_parent_outside_fails_the_event() {
        when(planner.plan(Events.TRIGGER, Events.TRIGGER.eventType(), false))
                .thenAnswer(_ -> new RebuildPlan(List.of(APP), List.of()));

        job.run(EVENT.value());

        assertFailed(ReasonCode.PLANNING_FAILED, "error", "A parent is not in the plan: image:base-container-1-10");
    }

    @Test
    void an_event_fails_when_a_system_stays_away() {
        job.gaveUp(EVENT.value(), new Unavailable("catalog away"));

        assertFailed(ReasonCode.PLANNING_TIMED_OUT, "error", "catalog away");
    }

    private void assertSkipped(Reason reason, List<DeclinedArtifact> declined) {
        assertThat(stored.sent()).containsExactly(new SkipEvent(EVENT, reason, declined));
    }

    private void assertFailed(ReasonCode code, String fact, String value) {
        assertThat(stored.sent()).containsExactly(new FailEvent(EVENT, Reason.of(code, fact, value)));
    }
}
