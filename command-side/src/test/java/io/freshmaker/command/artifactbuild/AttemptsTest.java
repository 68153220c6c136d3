package io.freshmaker.command.artifactbuild;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.REBUILT;
import static io.freshmaker.command.artifactbuild.Builds.STATUS_1;
import static io.freshmaker.command.artifactbuild.Builds.STOPPED;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.fixture;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static io.freshmaker.command.artifactbuild.Builds.submitted;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Stopped;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** A build that is tried more than once. */
class AttemptsTest {

    private final AggregateTestFixture<ArtifactBuild> fixture = fixture(Set.of());

    @Test
    void a_failed_attempt_is_made_again_as_another_nvr_and_after_the_third_the_build_fails() {
        ArtifactBuildRetried second = retried(2, "1", "base-container-1-10.1572631469");
        ArtifactBuildRetried third = retried(3, "2", "base-container-1-10.1572631470");

        fixture.given(isPlanned(BASE), started(BASE, REBUILT), submitted(BASE))
                .when(brokenAgain("1"))
                .expectEvents(second);
        fixture(Set.of())
                .given(isPlanned(BASE), started(BASE, REBUILT), second)
                .when(brokenAgain("2"))
                .expectEvents(third);
        fixture(Set.of())
                .given(isPlanned(BASE), started(BASE, REBUILT), second, third)
                .when(brokenAgain("3"))
                .expectEvents(failed(BASE));
    }

    @Test
    void what_is_told_late_of_an_earlier_attempt_changes_nothing() {
        for (ExternalOutcome outcome : List.of(new Built(), new Broken(STATUS_1, true), new Stopped(STOPPED))) {
            fixture(Set.of())
                    .given(isPlanned(BASE), started(BASE, REBUILT), retried(2, "1", REBUILT))
                    .when(new ReportExternalBuild(id(BASE), "1", outcome))
                    .expectNoEvents();
        }
        fixture(Set.of())
                .given(isPlanned(BASE), started(BASE, REBUILT), retried(2, "1", REBUILT))
                .when(new RecordSubmission(id(BASE), "1"))
                .expectNoEvents();
    }

    @Test
    void each_attempt_is_recorded_under_its_own_id() {
        fixture.given(isPlanned(BASE), started(BASE, REBUILT), submitted(BASE), retried(2, "external-1", REBUILT))
                .when(new RecordSubmission(id(BASE), "2"))
                .expectEvents(new ArtifactBuildSubmitted(id(BASE), Builds.EVENT, "2"));
    }

    @Test
    void an_attempt_without_an_id_is_not_made_again() {
        fixture.given(isPlanned(BASE), started(BASE, REBUILT))
                .when(new ReportExternalBuild(id(BASE), new Broken(STATUS_1, true)))
                .expectEvents(failed(BASE));
    }

    @Test
    void what_was_really_built_counts_not_what_was_asked_for() {
        fixture.given(isPlanned(BASE), started(BASE, REBUILT))
                .when(new ReportExternalBuild(id(BASE), "1", new Built("base-container-1-11")))
                .expectEvents(succeeded(BASE, "base-container-1-11"));
    }

    private static ReportExternalBuild brokenAgain(String submission) {
        return new ReportExternalBuild(id(BASE), submission, new Broken(STATUS_1, true));
    }

    private static ArtifactBuildRetried retried(int attempt, String submission, String nvr) {
        return new ArtifactBuildRetried(id(BASE), Builds.EVENT, attempt, submission, STATUS_1, nvr);
    }
}
