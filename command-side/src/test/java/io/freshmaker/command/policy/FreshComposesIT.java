package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.APP;
import static io.freshmaker.command.compose.Wishes.OTHERS;
import static io.freshmaker.command.compose.Wishes.SETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.FailCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.compose.ComposeUse.State;
import io.freshmaker.command.compose.Wishes;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.platform.job.NotYet;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Builds are submitted with composes that are there, whatever became of them since they were made. */
class FreshComposesIT {

    private static final BuildId BUILD = Builds.id(APP);

    private final ComposeWorld world = new ComposeWorld();
    private final FakeBuildSystem system = new FakeBuildSystem();
    private final SubmitBuildJob submit = new SubmitBuildJob(
            world.stored.facts(),
            BuildSystems.only(system, new FakeBuildSystem()),
            world.fresh,
            PlacedForTests.withoutLimit(),
            world.stored.commands());

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_build_is_submitted_with_the_composes_that_it_waited_for() {
        prepared(SETS);
        prepared(OTHERS);
        givenABuild(List.of(SETS, OTHERS), List.of(1L, 2L), List.of());

        submit.run(BUILD.value());

        assertThat(system.requests).extracting(BuildRequest::composes).containsExactly(List.of(1L, 2L));
        assertThat(world.stored.sent().getLast()).isEqualTo(new RecordSubmission(BUILD, "external-1"));
    }

    @Test
    void a_compose_that_is_gone_is_made_again_and_the_build_waits_and_gets_the_new_number() {
        prepared(SETS);
        givenABuild(List.of(SETS), List.of(1L), List.of());
        world.odcs.removed(1);

        assertWaits();
        assertWaits();
        assertThat(world.waitingJobs()).containsExactly("renew-compose 1");
        world.renew.run("1");
        world.renew.run("1");
        assertThat(world.odcs.renewals).containsExactly(1L);
        assertWaits();
        world.odcs.done(2);
        world.round();
        submit.run(BUILD.value());

        assertThat(system.requests).extracting(BuildRequest::composes).containsExactly(List.of(2L));
        assertThat(world.stored.sent())
                .containsSequence(new AssignCompose(wish(), 2, false), new ReportComposeDone(wish(), 2));
    }

    @Test
    void one_whose_time_is_over_is_renewed_before_odcs_takes_it_away() {
        prepared(SETS);
        givenABuild(List.of(SETS), List.of(1L), List.of());
        world.odcs.done(1, world.now().plus(Duration.ofHours(2)));
        world.pass(Duration.ofHours(2));

        assertWaits();
        world.odcs.done(1);
        world.renew.run("1");
        submit.run(BUILD.value());

        assertThat(system.requests).extracting(BuildRequest::composes).containsExactly(List.of(1L));
    }

    @Test
    void what_was_made_again_while_the_answer_got_lost_is_found() {
        prepared(SETS);
        givenABuild(List.of(SETS), List.of(1L), List.of());
        world.odcs.removed(1);
        assertWaits();
        world.odcs.losesAnswers = true;
        assertThatThrownBy(() -> world.renew.run("1")).hasMessage("The answer got lost");

        world.renew.run("1");

        assertThat(world.odcs.renewals).hasSize(1);
        assertThat(world.stored.sent().getLast()).isEqualTo(new AssignCompose(wish(), 2, false));
    }

    @Test
    void composes_of_the_original_build_are_made_again_too_once_for_all_builds() {
        long original = world.odcs.theirs("board-rpms");
        world.odcs.removed(original);
        givenABuild(List.of(), List.of(), List.of(original));

        assertWaits();
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::id, ComposeUse::state)
                .containsExactly(tuple("renewal-1", State.GONE));
        world.renew.run("1");
        assertWaits();
        world.odcs.done(2);
        world.round();
        submit.run(BUILD.value());
        submit.run(BUILD.value());

        assertThat(world.odcs.renewals).hasSize(1);
        assertThat(system.requests)
                .extracting(request -> request.preparation().renewedComposes())
                .containsOnly(List.of(2L));
        assertThat(world.stored.sent()).doesNotHaveAnyElementsOfTypes(AssignCompose.class);
    }

    @Test
    void an_original_one_that_is_being_made_is_waited_for_and_seen_to_be() {
        long original = world.odcs.theirs("board-rpms");
        givenABuild(List.of(), List.of(), List.of(original));

        assertWaits();
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::state, ComposeUse::deadline)
                .containsExactly(tuple(State.PENDING, Wishes.DEADLINE));
        world.odcs.done(original);
        world.round();
        submit.run(BUILD.value());

        assertThat(system.requests).hasSize(1);
    }

    @Test
    void a_compose_that_failed_fails_the_build_with_its_number() {
        long original = world.odcs.theirs("board-rpms");
        world.odcs.failed(original, "no such repository");
        givenABuild(List.of(), List.of(), List.of(original));

        submit.run(BUILD.value());

        assertThat(world.stored.sent()).containsExactly(new FailArtifactBuild(BUILD, broken(1), null));
        assertThat(system.requests).isEmpty();
    }

    @Test
    void one_that_fails_when_it_is_made_again_fails_every_build_that_waits_for_it() {
        prepared(SETS);
        givenABuild(List.of(SETS), List.of(1L), List.of());
        world.odcs.removed(1);
        assertWaits();
        world.renew.run("1");
        world.odcs.failed(2, "no such repository");
        world.round();

        submit.run(BUILD.value());

        assertThat(world.stored.sent())
                .endsWith(new FailCompose(wish(), broken(2)), new FailArtifactBuild(BUILD, broken(2), null));
    }

    @Test
    void an_original_one_that_nobody_knows_any_more_fails_the_build() {
        givenABuild(List.of(), List.of(), List.of(4711L));
        assertWaits();
        world.renew.run("4711");

        submit.run(BUILD.value());

        Reason reason = Reason.of(ReasonCode.COMPOSE_REFUSED, "error", "No compose with id 4711 found");
        assertThat(world.stored.sent()).containsExactly(new FailArtifactBuild(BUILD, reason, null));
    }

    @Test
    void what_is_made_again_and_does_not_come_in_time_fails_the_build() {
        long original = world.odcs.theirs("board-rpms");
        givenABuild(List.of(), List.of(), List.of(original));
        assertWaits();
        world.pass(Duration.ofHours(24));
        world.round();

        submit.run(BUILD.value());

        Reason reason = new Reason(
                ReasonCode.COMPOSE_TIMED_OUT, Map.of("compose", "1", "deadline", Wishes.DEADLINE.toString()));
        assertThat(world.stored.sent()).containsExactly(new FailArtifactBuild(BUILD, reason, null));
    }

    @Test
    void what_failed_for_builds_of_before_is_tried_again_for_later_ones() {
        long original = world.odcs.theirs("board-rpms");
        world.odcs.removed(original);
        world.uses.followOriginal(original, State.PENDING);
        world.news.failed(
                world.uses.pending(original), Reason.of(ReasonCode.COMPOSE_REFUSED, "error", "not today"));
        world.database.sql().sql("update compose set ended_at = ?").param(
                Timestamp.from(Builds.NOW.minusSeconds(1))).update();
        givenABuild(List.of(), List.of(), List.of(original));

        assertWaits();

        assertThat(world.waitingJobs()).containsExactly("renew-compose 1");
    }

    @Test
    void a_build_without_composes_asks_nobody() {
        givenABuild(List.of(), List.of(), List.of());

        submit.run(BUILD.value());

        assertThat(system.requests).hasSize(1);
        assertThat(world.odcs.looks).isZero();
    }

    private void assertWaits() {
        assertThatThrownBy(() -> submit.run(BUILD.value())).isInstanceOf(NotYet.class);
        assertThat(system.requests).isEmpty();
    }

    private void prepared(ComposeRequest wanted) {
        world.prepared(Wishes.requested(Builds.EVENT, wanted));
        world.odcs.done(world.odcs.requests.size());
        world.round();
    }

    private void givenABuild(List<ComposeRequest> wishes, List<Long> made, List<Long> original) {
        Preparation needs = new Preparation(
                List.of(), false, false, original, List.of(), wishes, null, null);
        PlannedBuild plain = Builds.planned(APP);
        PlannedBuild build = new PlannedBuild(
                plain.id(),
                plain.artifact(),
                plain.rebuildReason(),
                plain.reason(),
                plain.parents(),
                plain.originalParents(),
                needs);
        world.stored.with(
                BUILD.value(),
                new ArtifactBuildPlanned(BUILD, Builds.EVENT, Builds.EVENT_NUMBER, Builds.NUMBER, build, List.of()),
                new ArtifactBuildStarted(BUILD, Builds.EVENT, "app-container-2.4-1.1572631468", List.of(), made));
    }

    private static ComposeId wish() {
        return SETS.idIn(Builds.EVENT);
    }

    private static Reason broken(long number) {
        return new Reason(
                ReasonCode.COMPOSE_FAILED,
                Map.of("compose", String.valueOf(number), "error", "no such repository"));
    }
}
