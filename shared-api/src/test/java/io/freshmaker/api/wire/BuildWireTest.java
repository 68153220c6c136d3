package io.freshmaker.api.wire;

import static io.freshmaker.api.wire.WireForms.AT;
import static io.freshmaker.api.wire.WireForms.BUILD;
import static io.freshmaker.api.wire.WireForms.EVENT;
import static io.freshmaker.api.wire.WireForms.LATER;
import static io.freshmaker.api.wire.WireForms.PLANNED;
import static io.freshmaker.api.wire.WireForms.assertJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Builds, field for field as the samples of spec §17. */
class BuildWireTest {

    private static final Culprit ITSELF = new Culprit(BUILD.id(), "image:app-container-2.4-1");

    private final BuildJson planned = WireForms.planned();
    private final BuildJson started =
            Wire.after(planned, new ArtifactBuildStarted(BUILD.id(), EVENT, "app-container-2.4-1.5", List.of()), LATER);

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
    void a_bundle_that_takes_nobodys_place_keeps_the_annotations_of_its_sources() throws IOException {
        BundleOverrides overrides = new BundleOverrides(List.of(), "app.1.2.4", "1.2.4", null);

        assertThat(new ObjectMapper().writeValueAsString(PullspecOverridesJson.of(overrides)))
                .isEqualTo("{\"pullspec_replacements\":[],\"update\":{\"metadata\":{\"name\":\"app.1.2.4\"},"
                        + "\"spec\":{\"version\":\"1.2.4\"}}}");
    }

    @Test
    void a_bundle_says_where_it_is_told_what_to_put_into_it() throws IOException {
        BundleOverrides overrides = new BundleOverrides(List.of(), "app.1.2.4", "1.2.4", "app.1.2.3");
        PlannedBuild bundle = PlannedBuild.of(
                EVENT,
                PlannedArtifact.directly(BUILD.artifact(), BUILD.reason())
                        .prepared(new Preparation(
                                List.of("s390x", "x86_64"),
                                false,
                                true,
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                null,
                                overrides)));

        assertJson(
                Wire.planned(new ArtifactBuildPlanned(bundle.id(), EVENT, 7, 70, bundle, List.of()), null, AT),
                PLANNED,
                """
                {"dep_on": null, "dep_on_id": null,
                 "build_args": {"arches": "s390x x86_64", "branch": "f25", "commit": "2a2e", "original_parent": null,
                                "operator_csv_modifications_url": "/api/2/pullspec_overrides/70",
                                "repository": "container/app", "target": "f25-candidate"}}\
                """);
        RebuildPlanned planned = new RebuildPlanned(EVENT, 7, List.of(bundle), List.of());
        assertThat(Texts.rebuilding(planned)).isEqualTo("Rebuilding 1 bundle images.");
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

        BuildJson form =
                Wire.planned(new ArtifactBuildPlanned(BUILD.id(), EVENT, 1, 71, module, List.of()), null, LATER);

        assertThat(form.depOnId()).isEqualTo(70);
        assertThat(form.depOn()).isEqualTo("m");
    }

    private BuildJson submittedAs(String externalId) {
        return Wire.after(started, new ArtifactBuildSubmitted(BUILD.id(), EVENT, externalId), LATER);
    }
}
