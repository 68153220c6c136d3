package io.freshmaker.command.policy;

import static io.freshmaker.command.policy.StartedBuild.BUILD;
import static io.freshmaker.command.policy.StartedBuild.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.compose.ComposeUse.State;
import io.freshmaker.command.compose.Wishes;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Composes of the original build, which a build passes on, are there when it is submitted, or are made again. */
class OriginalComposesIT {

    private final ComposeWorld world = new ComposeWorld();
    private final StartedBuild build = new StartedBuild(world);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void composes_of_the_original_build_are_made_again_too_once_for_all_builds() {
        long original = world.odcs.theirs("board-rpms");
        world.odcs.removed(original);
        build.given(List.of(), List.of(), List.of(original));

        build.assertWaits();
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::id, ComposeUse::state)
                .containsExactly(tuple("renewal-1", State.GONE));
        world.renew.run("1");
        build.assertWaits();
        world.odcs.done(2);
        world.round();
        build.submit();
        build.submit();

        assertThat(world.odcs.renewals).hasSize(1);
        assertThat(build.system.requests)
                .extracting(request -> request.preparation().renewedComposes())
                .containsOnly(List.of(2L));
        assertThat(world.stored.sent()).doesNotHaveAnyElementsOfTypes(AssignCompose.class);
    }

    @Test
    void an_original_one_that_is_being_made_is_waited_for_and_seen_to_be() {
        long original = world.odcs.theirs("board-rpms");
        build.given(List.of(), List.of(), List.of(original));

        build.assertWaits();
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::state, ComposeUse::deadline)
                .containsExactly(tuple(State.PENDING, Wishes.DEADLINE));
        world.odcs.done(original);
        world.round();
        build.submit();

        assertThat(build.system.requests).hasSize(1);
    }

    @Test
    void a_compose_that_failed_fails_the_build_with_its_number() {
        long original = world.odcs.theirs("board-rpms");
        world.odcs.failed(original, "no such repository");
        build.given(List.of(), List.of(), List.of(original));

        build.submit();

        assertThat(world.stored.sent()).containsExactly(new FailArtifactBuild(BUILD, broken(1), null));
        assertThat(build.system.requests).isEmpty();
    }

    @Test
    void an_original_one_that_nobody_knows_any_more_fails_the_build() {
        build.given(List.of(), List.of(), List.of(4711L));
        build.assertWaits();
        world.renew.run("4711");

        build.submit();

        Reason reason = Reason.of(ReasonCode.COMPOSE_REFUSED, "error", "No compose with id 4711 found");
        assertThat(world.stored.sent()).containsExactly(new FailArtifactBuild(BUILD, reason, null));
    }

    @Test
    void what_is_made_again_and_does_not_come_in_time_fails_the_build() {
        long original = world.odcs.theirs("board-rpms");
        build.given(List.of(), List.of(), List.of(original));
        build.assertWaits();
        world.pass(Duration.ofHours(24));
        world.round();

        build.submit();

        Reason reason = new Reason(
                ReasonCode.COMPOSE_TIMED_OUT, Map.of("compose", "1", "deadline", Wishes.DEADLINE.toString()));
        assertThat(world.stored.sent()).containsExactly(new FailArtifactBuild(BUILD, reason, null));
    }

    @Test
    void what_failed_for_builds_of_before_is_tried_again_for_later_ones() {
        long original = world.odcs.theirs("board-rpms");
        world.odcs.removed(original);
        world.uses.followOriginal(original, State.PENDING);
        world.news.failed(world.uses.pending(original), Reason.of(ReasonCode.COMPOSE_REFUSED, "error", "not today"));
        world.database
                .sql()
                .sql("update compose set ended_at = ?")
                .param(Timestamp.from(Builds.NOW.minusSeconds(1)))
                .update();
        build.given(List.of(), List.of(), List.of(original));

        build.assertWaits();

        assertThat(world.waitingJobs()).containsExactly("renew-compose 1");
    }
}
