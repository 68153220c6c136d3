package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static io.freshmaker.command.artifactbuild.Builds.submitted;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmitBuildJobTest {

    private static final BuildId BUILD = id(APP);
    private static final String NVR = "app-container-2.4-1.1572631468";
    private static final ArtifactBuildDomainEvent STARTED = started(APP, NVR, "base-container-1-10.5");

    private final FakeBuildSystem system = new FakeBuildSystem();
    private final FakeBuildSystem dryRuns = new FakeBuildSystem();
    private final Stored stored = new Stored();
    private final SubmitBuildJob job = new SubmitBuildJob(
            stored.facts(),
            BuildSystems.only(system, dryRuns),
            ComposesForTests.none(),
            BundlesForTests.none(stored),
            PlacedForTests.withoutLimit(),
            stored.commands());

    @Test
    void a_started_build_is_submitted_and_the_answer_recorded() {
        given(isPlanned(APP), STARTED);

        job.run(BUILD.value());

        assertThat(system.requests)
                .containsExactly(new BuildRequest(
                        BUILD,
                        Builds.EVENT_NUMBER,
                        Builds.NUMBER,
                        APP.artifact(),
                        APP.reason(),
                        NVR,
                        List.of("base-container-1-10.5"),
                        Builds.NOW,
                        null,
                        List.of()));
        assertThat(stored.sent()).containsExactly(new RecordSubmission(BUILD, "external-1"));
        assertThat(system.canceled).isEmpty();
    }

    @Test
    void what_is_a_dry_run_only_the_system_for_that_is_asked_to_build_and_to_stop() {
        given(Builds.isPlannedForADryRun(APP), STARTED);

        job.run(BUILD.value());
        given(Builds.isPlannedForADryRun(APP), STARTED, canceled(APP, true));
        job.run(BUILD.value());

        assertThat(system.requests).isEmpty();
        assertThat(system.canceled).isEmpty();
        assertThat(dryRuns.requests).extracting(BuildRequest::build).containsExactly(BUILD);
        assertThat(dryRuns.canceled).containsExactly(BUILD);
    }

    @Test
    void what_was_submitted_before_a_crash_is_not_submitted_again() {
        given(isPlanned(APP), STARTED);
        system.known.put(BUILD, "external-0");

        job.run(BUILD.value());

        assertThat(system.requests).isEmpty();
        assertThat(stored.sent()).containsExactly(new RecordSubmission(BUILD, "external-0"));
    }

    @Test
    void a_refused_build_fails_and_says_why() {
        given(isPlanned(APP), STARTED);
        system.beforeItTakes = () -> {
            throw new Refused("no such target");
        };

        job.run(BUILD.value());

        assertThat(stored.sent())
                .containsExactly(new FailArtifactBuild(
                        BUILD, Reason.of(ReasonCode.SUBMISSION_REFUSED, "error", "no such target"), null));
    }

    @Test
    void a_system_that_is_away_is_asked_again() {
        given(isPlanned(APP), STARTED);
        system.beforeItTakes = () -> {
            throw new Unavailable("away");
        };

        assertThatThrownBy(() -> job.run(BUILD.value())).isInstanceOf(Unavailable.class);
        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void a_build_that_is_canceled_while_it_is_submitted_is_stopped() {
        given(isPlanned(APP), STARTED);
        system.beforeItTakes = () -> given(canceled(APP, true));

        job.run(BUILD.value());

        assertThat(system.canceled).containsExactly(BUILD);
    }

    @Test
    void a_canceled_build_is_stopped_when_a_crash_came_between() {
        given(isPlanned(APP), STARTED, canceled(APP, true));

        job.run(BUILD.value());

        assertThat(system.requests).isEmpty();
        assertThat(system.canceled).containsExactly(BUILD);
        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void a_build_that_ended_is_left_alone() {
        given(isPlanned(APP), STARTED, failed(APP));

        job.run(BUILD.value());

        assertNothingHappened();
    }

    @Test
    void a_build_that_succeeded_before_its_answer_came_is_left_alone() {
        given(isPlanned(APP), STARTED, succeeded(APP, NVR));

        job.run(BUILD.value());

        assertNothingHappened();
    }

    @Test
    void a_submitted_build_is_left_alone() {
        given(isPlanned(APP), STARTED, submitted(APP));

        job.run(BUILD.value());

        assertNothingHappened();
    }

    @Test
    void a_build_that_waits_is_left_alone() {
        given(isPlanned(APP));

        job.run(BUILD.value());

        assertNothingHappened();
    }

    @Test
    void a_build_fails_when_the_system_stays_away() {
        job.gaveUp(BUILD.value(), new Unavailable("away"));

        assertThat(stored.sent())
                .containsExactly(new FailArtifactBuild(
                        BUILD, Reason.of(ReasonCode.SUBMISSION_TIMED_OUT, "error", "away"), null));
    }

    private void given(ArtifactBuildDomainEvent... facts) {
        stored.with(BUILD.value(), facts);
    }

    private void assertNothingHappened() {
        assertThat(system.requests).isEmpty();
        assertThat(system.canceled).isEmpty();
        assertThat(stored.sent()).isEmpty();
    }
}
