package io.freshmaker.command.artifactbuild;

import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.STATUS_1;
import static io.freshmaker.command.artifactbuild.Builds.STOPPED;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.culprit;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.fixture;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.isPlannedForADryRun;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static io.freshmaker.command.artifactbuild.Builds.submitted;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordVerification;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Stopped;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** A build for an advisory, which counts once it is known what it contains (spec §5.4, §19.3 P5 to P7). */
class VerifiedBuildTest {

    private static final PlannedArtifact FIXED = Builds.forAdvisory(Builds.BASE, 2018001);
    private static final String NVR = Builds.REBUILT;

    private static final Verification FINE = new Verification(
            NVR,
            2018001,
            List.of("x86_64"),
            List.of(new FoundRpm("x86_64", "foo-1.2.1-22.el7", List.of("foo-1.2.1-22.el7"), true)));
    private static final List<String> WANTED = List.of("foo-1.2.1-23.el7");
    private static final Verification WRONG = new Verification(
            NVR,
            2018001,
            List.of("s390x", "x86_64"),
            List.of(
                    new FoundRpm("s390x", "foo-1.2.1-22.el7", WANTED, false),
                    new FoundRpm("s390x", "bar-1-1.el7", List.of("bar-1-1.el7"), true),
                    new FoundRpm("x86_64", "foo-1.2.1-21.el7", WANTED, false),
                    new FoundRpm("x86_64", "ant-1-1.el7", List.of("ant-1-2.el7"), false)));

    private final AggregateTestFixture<ArtifactBuild> fixture = fixture(Set.of());

    @Test
    void what_is_built_for_an_advisory_is_looked_at_first() {
        fixture.given(isPlanned(FIXED), started(FIXED, NVR), submitted(FIXED))
                .when(new ReportExternalBuild(id(FIXED), "external-1", new Built()))
                .expectEvents(built(NVR));
    }

    @Test
    void it_is_looked_at_under_the_nvr_that_it_really_got() {
        fixture.given(isPlanned(FIXED), started(FIXED, NVR))
                .when(new ReportExternalBuild(id(FIXED), "1", new Built("base-container-1-11")))
                .expectEvents(built("base-container-1-11"));
        fixture(Set.of())
                .given(isPlanned(FIXED), started(FIXED, NVR), built("base-container-1-11"))
                .when(new RecordVerification(id(FIXED), FINE))
                .expectEvents(verified(FINE), succeeded(FIXED, "base-container-1-11"));
    }

    @Test
    void what_nobody_knows_by_an_nvr_is_not_looked_at() {
        fixture.given(isPlanned(FIXED), started(FIXED, null))
                .when(new ReportExternalBuild(id(FIXED), new Built()))
                .expectEvents(succeeded(FIXED, null));
    }

    @Test
    void a_dry_run_builds_nothing_that_could_be_looked_at() {
        fixture.given(isPlannedForADryRun(FIXED), started(FIXED, NVR))
                .when(new ReportExternalBuild(id(FIXED), new Built()))
                .expectEvents(succeeded(FIXED, NVR));
    }

    @Test
    void an_image_with_the_rpms_of_the_advisory_has_succeeded() {
        fixture.given(isPlanned(FIXED), started(FIXED, NVR), built(NVR))
                .when(new RecordVerification(id(FIXED), FINE))
                .expectEvents(verified(FINE), succeeded(FIXED, NVR));
    }

    @Test
    void an_image_with_another_rpm_in_any_architecture_has_failed_and_says_which() {
        Reason reason = new Reason(
                ReasonCode.NOT_FIXED,
                Map.of(
                        "nvr", NVR,
                        "advisory", "2018001",
                        "wrong", "s390x/foo-1.2.1-22.el7, x86_64/foo-1.2.1-21.el7, x86_64/ant-1-1.el7",
                        "names", "ant, foo"));

        fixture.given(isPlanned(FIXED), started(FIXED, NVR), built(NVR))
                .when(new RecordVerification(id(FIXED), WRONG))
                .expectEvents(verified(WRONG), failedFor(reason));
    }

    @Test
    void it_is_looked_at_once_whatever_is_told_again_or_late() {
        for (ArtifactBuildDomainEvent end : List.of(succeeded(FIXED, NVR), failed(FIXED), canceled(FIXED, true))) {
            fixture(Set.of())
                    .given(isPlanned(FIXED), started(FIXED, NVR), built(NVR), end)
                    .when(new RecordVerification(id(FIXED), WRONG))
                    .expectNoEvents();
        }
    }

    @Test
    void what_is_not_built_or_needs_no_look_is_not_judged() {
        fixture.given(isPlanned(FIXED), started(FIXED, NVR))
                .when(new RecordVerification(id(FIXED), FINE))
                .expectNoEvents();
        fixture(Set.of())
                .given(isPlanned(Builds.BASE), started(Builds.BASE, NVR))
                .when(new RecordVerification(id(Builds.BASE), FINE))
                .expectNoEvents();
    }

    @Test
    void how_it_was_built_is_told_once() {
        for (ExternalOutcome again :
                List.of(new Built(), new Built("other-1-1"), new Broken(STATUS_1, true), new Stopped(STOPPED))) {
            fixture(Set.of())
                    .given(isPlanned(FIXED), started(FIXED, NVR), submitted(FIXED), built(NVR))
                    .when(new ReportExternalBuild(id(FIXED), "external-1", again))
                    .expectNoEvents();
        }
    }

    @Test
    void an_attempt_that_failed_before_does_not_count() {
        ArtifactBuildRetried second =
                new ArtifactBuildRetried(id(FIXED), EVENT, 2, "1", STATUS_1, "base-container-1-10.9");

        fixture.given(isPlanned(FIXED), started(FIXED, NVR), second)
                .when(new ReportExternalBuild(id(FIXED), "2", new Built()))
                .expectEvents(built("base-container-1-10.9"));
        fixture(Set.of())
                .given(isPlanned(FIXED), started(FIXED, NVR), second, built("base-container-1-10.9"))
                .when(new RecordSubmission(id(FIXED), "1"))
                .expectNoEvents();
    }

    @Test
    void it_can_be_canceled_or_given_up_while_it_is_looked_at() {
        fixture.given(isPlanned(FIXED), started(FIXED, NVR), built(NVR))
                .when(new CancelArtifactBuild(id(FIXED), Builds.EVENT_CANCELED, null))
                .expectEvents(canceled(FIXED, true));
        Reason late = Reason.of(ReasonCode.VERIFICATION_TIMED_OUT, "nvr", NVR);
        fixture(Set.of())
                .given(isPlanned(FIXED), started(FIXED, NVR), built(NVR))
                .when(new FailArtifactBuild(id(FIXED), late, null))
                .expectEvents(failedFor(late));
    }

    private static ArtifactBuildBuilt built(String nvr) {
        return new ArtifactBuildBuilt(id(FIXED), EVENT, nvr);
    }

    private static ArtifactBuildVerified verified(Verification verification) {
        return new ArtifactBuildVerified(id(FIXED), EVENT, verification);
    }

    private static ArtifactBuildFailed failedFor(Reason reason) {
        return new ArtifactBuildFailed(id(FIXED), EVENT, reason, culprit(FIXED));
    }
}
