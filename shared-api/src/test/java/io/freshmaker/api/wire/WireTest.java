package io.freshmaker.api.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Field for field as the samples of spec §17. */
class WireTest {

    private static final EventId EVENT = new EventId("event-1");
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.987Z");
    private static final Instant LATER = Instant.parse("2026-11-22T11:00:00Z");
    private static final PlannedBuild BUILD = PlannedBuild.of(
            EVENT,
            PlannedArtifact.directly(
                            Artifact.image(
                                    new Nvr("app-container-2.4-1"),
                                    new Source("container/app", "f25", "2a2e", "f25-candidate")),
                            Reason.of(ReasonCode.RPM_UPDATED))
                    .after(List.of(), List.of("fedora-25-7")));
    private static final Culprit ITSELF = new Culprit(BUILD.id(), "image:app-container-2.4-1");

    private static final String REGISTERED = """
        {"id": 7, "message_id": "message-1", "search_key": "FEDORA-1", "event_type_id": 5,
         "state": 0, "state_name": "INITIALIZED", "state_reason": null,
         "time_created": "2026-11-22T10:00:00Z", "time_done": null, "url": "/api/1/events/7", "dry_run": false,
         "requester": null, "requested_rebuilds": [], "requester_metadata": {}, "depends_on_events": [],
         "depending_events": []}\
        """;
    private static final String PLANNED = """
        {"id": 70, "name": "app-container", "original_nvr": "app-container-2.4-1", "rebuilt_nvr": null, "type": 1,
         "type_name": "IMAGE", "state": 4, "state_name": "PLANNED", "state_reason": null,
         "dep_on": "base-container", "dep_on_id": 69, "time_submitted": "2026-11-22T10:00:00Z",
         "time_completed": null, "event_id": 7, "build_id": null, "url": "/api/1/builds/70",
         "build_args": {"branch": "f25", "commit": "2a2e", "original_parent": "fedora-25-7",
                        "repository": "container/app", "target": "f25-candidate"},
         "odcs_composes": [], "rebuild_reason": "directly_affected"}\
        """;

    private final ObjectMapper json = new ObjectMapper();
    private final EventJson registered = Wire.after(
            null, new EventRegistered(EVENT, 7, "message-1", new UpdateStable("FEDORA-1", List.of(), "f25")), AT);
    private final EventJson building =
            Wire.after(registered, new RebuildPlanned(EVENT, 7, List.of(BUILD), List.of()), LATER);
    private final BuildJson planned = Wire.planned(
            new ArtifactBuildPlanned(BUILD.id(), EVENT, 7, 70, BUILD, List.of()),
            new Wire.DepOn(69, "base-container"),
            AT);
    private final BuildJson started =
            Wire.after(planned, new ArtifactBuildStarted(BUILD.id(), EVENT, "app-container-2.4-1.5", List.of()), LATER);

    @Test
    void a_registered_event() throws IOException {
        assertJson(registered, REGISTERED, "{}");
    }

    @Test
    void a_planned_rebuild() throws IOException {
        assertJson(building, REGISTERED, """
            {"state": 1, "state_name": "BUILDING", "state_reason": "Rebuilding 1 container images."}\
            """);
    }

    @Test
    void an_activated_rebuild_looks_the_same() {
        assertThat(Wire.after(building, new RebuildActivated(EVENT, List.of()), LATER))
                .isEqualTo(building);
    }

    @Test
    void a_completed_event() throws IOException {
        assertJson(Wire.after(building, new EventCompleted(EVENT, new Tally(2, 1, 0)), LATER), REGISTERED, """
            {"state": 2, "state_name": "COMPLETE", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "Advisory FEDORA-1: 1 of 3 container image(s) failed to rebuild."}\
            """);
    }

    @Test
    void a_failed_event() throws IOException {
        Reason boom = Reason.of(ReasonCode.PLANNING_FAILED, "error", "boom");

        assertJson(Wire.after(registered, new EventFailed(EVENT, boom), LATER), REGISTERED, """
            {"state": 3, "state_name": "FAILED", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "Handling of event failed with traceback: boom"}\
            """);
    }

    @Test
    void a_skipped_event() throws IOException {
        Reason nothing = Reason.of(ReasonCode.NO_CANDIDATES, "what", "FEDORA-1");

        assertJson(Wire.after(registered, new EventSkipped(EVENT, nothing, List.of()), LATER), REGISTERED, """
            {"state": 4, "state_name": "SKIPPED", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "No artifacts to rebuild for 'FEDORA-1'."}\
            """);
    }

    @Test
    void a_canceled_event() throws IOException {
        assertJson(Wire.after(building, new EventCanceled(EVENT, Actor.ANYONE, List.of()), LATER), REGISTERED, """
            {"state": 5, "state_name": "CANCELED", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "Event id 7 requested for canceling by user None"}\
            """);
    }

    @Test
    void an_event_begins_with_its_registration() {
        assertThatThrownBy(() -> Wire.after(null, new RebuildActivated(EVENT, List.of()), AT))
                .hasMessage("A fact about an Event that was never registered");
    }

    @Test
    void the_full_form_has_builds() throws IOException {
        assertJson(registered.withBuilds(List.of()), REGISTERED, "{\"builds\": []}");
        assertJson(registered.withBuilds(List.of(planned)), REGISTERED, "{\"builds\": [" + PLANNED + "]}");
    }

    @Test
    void the_short_form_counts_builds() throws IOException {
        Map<String, Integer> summary = Map.of("total", 3, "DONE", 3);

        assertJson(registered.withSummary(summary), REGISTERED, "{\"builds_summary\": {\"total\": 3, \"DONE\": 3}}");
        assertJson(registered.truncated(summary), REGISTERED, """
            {"builds_summary": {"total": 3, "DONE": 3}, "builds_truncated": true}\
            """);
    }

    @Test
    void a_planned_build() throws IOException {
        assertJson(planned, PLANNED, "{}");
    }

    @Test
    void a_build_that_knows_little_leaves_it_out() throws IOException {
        PlannedBuild module = PlannedBuild.of(
                EVENT,
                PlannedArtifact.dependent(
                        Artifact.module("mod", "master", null, new Source("modules/mod", "master", null, null)),
                        Reason.of(ReasonCode.PARENT_REBUILT)));

        assertJson(
                Wire.planned(new ArtifactBuildPlanned(module.id(), EVENT, 7, 70, module, List.of()), null, AT),
                PLANNED,
                """
                {"name": "mod", "original_nvr": null, "type": 2, "type_name": "MODULE", "dep_on": null,
                 "dep_on_id": null, "rebuild_reason": "dependency",
                 "build_args": {"branch": "master", "repository": "modules/mod"}}\
                """);
    }

    @Test
    void a_started_build() throws IOException {
        assertJson(started, PLANNED, """
            {"state": 0, "state_name": "BUILD", "state_reason": "Building container image.",
             "rebuilt_nvr": "app-container-2.4-1.5"}\
            """);
    }

    @Test
    void a_submitted_build_shows_an_id_that_is_a_number_only() {
        assertThat(submittedAs("22429387").buildId()).isEqualTo(22429387L);
        assertThat(submittedAs("process-1").buildId()).isNull();
        assertThat(submittedAs("9".repeat(40)).buildId()).isNull();
        assertThat(submittedAs("22429387").stateName()).isEqualTo("BUILD");
    }

    @Test
    void a_build_that_succeeded() throws IOException {
        assertJson(
                Wire.after(
                        started,
                        new ArtifactBuildSucceeded(BUILD.id(), EVENT, "app-container", "app-container-2.4-1.5"),
                        LATER),
                PLANNED,
                """
                {"state": 1, "state_name": "DONE", "state_reason": "Built successfully.",
                 "rebuilt_nvr": "app-container-2.4-1.5", "time_completed": "2026-11-22T11:00:00Z"}\
                """);
    }

    @Test
    void a_build_that_failed() throws IOException {
        Reason reason = Reason.of(ReasonCode.BUILD_FAILED, "status", "3");

        assertJson(
                Wire.after(planned, new ArtifactBuildFailed(BUILD.id(), EVENT, reason, ITSELF), LATER), PLANNED, """
                {"state": 2, "state_name": "FAILED", "state_reason": "Failed to build: exit status 3.",
                 "time_completed": "2026-11-22T11:00:00Z"}\
                """);
    }

    @Test
    void a_build_that_is_canceled() throws IOException {
        Reason reason = Reason.of(ReasonCode.EVENT_CANCELED);

        assertJson(
                Wire.after(planned, new ArtifactBuildCanceled(BUILD.id(), EVENT, reason, ITSELF, false), LATER),
                PLANNED,
                """
                {"state": 3, "state_name": "CANCELED", "time_completed": "2026-11-22T11:00:00Z",
                 "state_reason": "Build canceled before running on external build system."}\
                """);
    }

    @Test
    void a_build_that_is_tried_again() throws IOException {
        Reason reason = Reason.of(ReasonCode.BUILD_FAILED);
        BuildJson before = submittedAs("123");
        BuildJson again = Wire.after(
                before, new ArtifactBuildRetried(BUILD.id(), EVENT, 2, "123", reason, "app-container-2.4-1.9"), LATER);

        assertThat(again.stateName()).isEqualTo("BUILD");
        assertThat(again.stateReason()).isEqualTo("Retrying failed build 123");
        assertThat(again.rebuiltNvr()).isEqualTo("app-container-2.4-1.9");
        assertThat(again.buildId()).isNull();
        assertThat(again.buildArgs()).containsEntry("retry_count", 1);
        BuildJson there = Wire.after(again, new ArtifactBuildSubmitted(BUILD.id(), EVENT, "124"), LATER);
        assertThat(there.stateReason()).isEqualTo(started.stateReason());
        assertThat(there.buildId()).isEqualTo(124);
    }

    @Test
    void what_is_heard_late_of_a_submission_changes_no_state() {
        BuildJson done = Wire.after(
                started, new ArtifactBuildSucceeded(BUILD.id(), EVENT, "app-container", "app-container-2.4-2"), LATER);

        BuildJson after = Wire.after(done, new ArtifactBuildSubmitted(BUILD.id(), EVENT, "7"), LATER);

        assertThat(after.stateName()).isEqualTo("DONE");
        assertThat(after.rebuiltNvr()).as("what was really built").isEqualTo("app-container-2.4-2");
    }

    @Test
    void a_module_shows_the_build_of_another_event_that_led_to_it() {
        Reason reason = new Reason(
                ReasonCode.MODULE_BUILT,
                Map.of("module", "m", "stream", "1", "built", "7", "cause_id", "70", "cause_name", "m"));
        PlannedBuild module = new PlannedBuild(
                BUILD.id(), BUILD.artifact(), RebuildReason.DIRECTLY_AFFECTED, reason, List.of(), List.of());

        BuildJson form = Wire.planned(
                new ArtifactBuildPlanned(BUILD.id(), EVENT, 1, 71, module, List.of()), null, LATER);

        assertThat(form.depOnId()).isEqualTo(70);
        assertThat(form.depOn()).isEqualTo("m");
    }

    private BuildJson submittedAs(String externalId) {
        return Wire.after(started, new ArtifactBuildSubmitted(BUILD.id(), EVENT, externalId), LATER);
    }

    /** @param changes the fields in which it differs from {@code before} */
    private void assertJson(Object form, String before, String changes) throws IOException {
        ObjectNode expected = (ObjectNode) json.readTree(before);
        expected.setAll((ObjectNode) json.readTree(changes));
        assertThat(json.readTree(json.writeValueAsString(form))).isEqualTo(expected);
    }
}
