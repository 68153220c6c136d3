package io.freshmaker.command.artifactbuild;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.EVENT_CANCELED;
import static io.freshmaker.command.artifactbuild.Builds.REBUILT;
import static io.freshmaker.command.artifactbuild.Builds.STATUS_1;
import static io.freshmaker.command.artifactbuild.Builds.STOPPED;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.culprit;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.fixture;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.planned;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static io.freshmaker.command.artifactbuild.Builds.submitted;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PlanArtifactBuilds;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.StartArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Stopped;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactBuildTest {

    private final AggregateTestFixture<ArtifactBuild> fixture = fixture(Set.of());

    /** A fact is stored (!), nothing is (-), nobody is there to ask (?). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        STATE,             plan, start, record, built, broken, stopped, fail, cancel
        NONE,              !,    ?,     ?,      ?,     ?,      ?,       ?,    ?
        PLANNED,           -,    !,     -,      -,     -,      -,       !,    !
        STARTED,           -,    -,     !,      !,     !,      !,       !,    !
        SUBMITTED,         -,    -,     -,      !,     !,      !,       !,    !
        DONE_BEFORE_HEARD, -,    -,     !,      -,     -,      -,       -,    -
        DONE,              -,    -,     -,      -,     -,      -,       -,    -
        NEVER_STARTED,     -,    -,     -,      -,     -,      -,       -,    -
        FAILED,            -,    -,     -,      -,     -,      -,       -,    -
        NOT_WANTED,        -,    -,     -,      -,     -,      -,       -,    -
        CANCELED_EARLY,    -,    -,     !,      -,     -,      -,       -,    -
        CANCELED,          -,    -,     -,      -,     -,      -,       -,    -
        """)
    void every_command_in_every_state(
            Life life,
            char plan,
            char start,
            char record,
            char built,
            char broken,
            char stopped,
            char fail,
            char cancel) {
        expect(plan, life, plan(BASE), isPlanned(BASE));
        expect(start, life, new StartArtifactBuild(id(BASE), List.of()), started(BASE, REBUILT));
        expect(record, life, new RecordSubmission(id(BASE), "external-1"), submitted(BASE));
        expect(built, life, new ReportExternalBuild(id(BASE), new Built()), succeeded(BASE, REBUILT));
        expect(broken, life, new ReportExternalBuild(id(BASE), new Broken(STATUS_1)), failed(BASE));
        expect(stopped, life, new ReportExternalBuild(id(BASE), new Stopped(STOPPED)), stoppedOutside());
        expect(fail, life, new FailArtifactBuild(id(BASE), STATUS_1, null), failed(BASE));
        expect(
                cancel,
                life,
                new CancelArtifactBuild(id(BASE), EVENT_CANCELED, null),
                canceled(BASE, life != Life.PLANNED));
    }

    @Test
    void a_planned_build_waits_for_its_parents() {
        fixture.givenNoPriorActivity().when(plan(APP)).expectEvents(isPlanned(APP));
    }

    @Test
    void a_started_build_is_told_the_rebuilt_parents_before_the_original_ones() {
        fixture.given(isPlanned(APP))
                .when(new StartArtifactBuild(id(APP), List.of("base-container-1-10.5", "tools-container-3-1.6")))
                .expectEvents(started(
                        APP,
                        "app-container-2.4-1.1572631468",
                        "base-container-1-10.5",
                        "tools-container-3-1.6",
                        "fedora-25-7"));
    }

    @Test
    void a_module_has_no_rebuilt_nvr() {
        PlannedArtifact module = PlannedArtifact.directly(
                Artifact.module(
                        "testmodule",
                        "master",
                        "20170501120000",
                        new Source("modules/testmodule", "master", null, null)),
                Reason.of(ReasonCode.RPM_SPEC_CHANGED));

        fixture.given(isPlanned(module))
                .when(new StartArtifactBuild(id(module), List.of("other")))
                .expectEvents(started(module, null, "other"));
    }

    @Test
    void an_image_without_an_nvr_has_no_rebuilt_one() {
        PlannedArtifact image = PlannedArtifact.directly(
                Artifact.image("testimage", new Source("container/testimage", "f25", "2a2e5b1", null)),
                Reason.of(ReasonCode.DOCKERFILE_CHANGED));

        fixture.given(isPlanned(image))
                .when(new StartArtifactBuild(id(image), List.of()))
                .expectEvents(started(image, null));
    }

    @Test
    void a_build_that_fails_because_of_another_names_it() {
        fixture.given(isPlanned(APP))
                .when(new FailArtifactBuild(id(APP), STATUS_1, culprit(BASE)))
                .expectEvents(failed(APP, culprit(BASE)));
    }

    @Test
    void a_build_that_is_canceled_because_of_another_names_it() {
        fixture.given(isPlanned(APP))
                .when(new CancelArtifactBuild(id(APP), EVENT_CANCELED, culprit(BASE)))
                .expectEvents(new ArtifactBuildCanceled(id(APP), EVENT, EVENT_CANCELED, culprit(BASE), false));
    }

    @Test
    void a_build_of_a_dry_run_says_that_it_is_one() {
        fixture(Set.of())
                .given()
                .when(new PlanArtifactBuilds(EVENT, Builds.EVENT_NUMBER, List.of(planned(BASE)), true))
                .expectEvents(Builds.isPlannedForADryRun(BASE));
    }

    private static ArtifactBuildDomainEvent stoppedOutside() {
        return new ArtifactBuildCanceled(id(BASE), EVENT, STOPPED, culprit(BASE), false);
    }

    private static ArtifactBuildCommand plan(PlannedArtifact artifact) {
        return new PlanArtifactBuilds(EVENT, Builds.EVENT_NUMBER, List.of(planned(artifact)));
    }

    private static void expect(char what, Life life, ArtifactBuildCommand command, ArtifactBuildDomainEvent fact) {
        Set<String> known = life.facts.isEmpty() ? Set.of() : Set.of(id(BASE).value());
        ResultValidator<ArtifactBuild> result = fixture(known).given(life.facts).when(command);
        switch (what) {
            case '!' -> result.expectSuccessfulHandlerExecution().expectEvents(fact);
            case '-' -> result.expectSuccessfulHandlerExecution().expectNoEvents();
            case '?' -> result.expectException(AggregateNotFoundException.class).expectNoEvents();
            default -> throw new IllegalArgumentException("Not in the table: " + what);
        }
    }

    /** The facts that lead to a state. */
    enum Life {
        NONE,
        PLANNED(isPlanned(BASE)),
        STARTED(isPlanned(BASE), started(BASE, REBUILT)),
        SUBMITTED(isPlanned(BASE), started(BASE, REBUILT), submitted(BASE)),
        DONE_BEFORE_HEARD(isPlanned(BASE), started(BASE, REBUILT), succeeded(BASE, REBUILT)),
        DONE(isPlanned(BASE), started(BASE, REBUILT), submitted(BASE), succeeded(BASE, REBUILT)),
        NEVER_STARTED(isPlanned(BASE), failed(BASE)),
        FAILED(isPlanned(BASE), started(BASE, REBUILT), submitted(BASE), failed(BASE)),
        NOT_WANTED(isPlanned(BASE), canceled(BASE, false)),
        CANCELED_EARLY(isPlanned(BASE), started(BASE, REBUILT), canceled(BASE, true)),
        CANCELED(isPlanned(BASE), started(BASE, REBUILT), submitted(BASE), canceled(BASE, true));

        private final List<ArtifactBuildDomainEvent> facts;

        Life(ArtifactBuildDomainEvent... facts) {
            this.facts = List.of(facts);
        }
    }
}
