package io.freshmaker.command.policy;

import static io.freshmaker.command.compose.Wishes.OTHERS;
import static io.freshmaker.command.compose.Wishes.SETS;
import static io.freshmaker.command.policy.StartedBuild.BUILD;
import static io.freshmaker.command.policy.StartedBuild.broken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.FailCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.port.BuildRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Builds are submitted with composes that are there, whatever became of them since they were made. */
class FreshComposesIT {

    private final ComposeWorld world = new ComposeWorld();
    private final StartedBuild build = new StartedBuild(world);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_build_is_submitted_with_the_composes_that_it_waited_for() {
        build.prepared(SETS);
        build.prepared(OTHERS);
        build.given(List.of(SETS, OTHERS), List.of(1L, 2L), List.of());

        build.submit();

        assertThat(build.system.requests).extracting(BuildRequest::composes).containsExactly(List.of(1L, 2L));
        assertThat(world.stored.sent().getLast()).isEqualTo(new RecordSubmission(BUILD, "external-1"));
    }

    @Test
    void a_compose_that_is_gone_is_made_again_and_the_build_waits_and_gets_the_new_number() {
        build.prepared(SETS);
        build.given(List.of(SETS), List.of(1L), List.of());
        world.odcs.removed(1);

        build.assertWaits();
        build.assertWaits();
        assertThat(world.waitingJobs()).containsExactly("renew-compose 1");
        world.renew.run("1");
        world.renew.run("1");
        assertThat(world.odcs.renewals).containsExactly(1L);
        build.assertWaits();
        world.odcs.done(2);
        world.round();
        build.submit();

        assertThat(build.system.requests).extracting(BuildRequest::composes).containsExactly(List.of(2L));
        assertThat(world.stored.sent())
                .containsSequence(new AssignCompose(wish(), 2, false), new ReportComposeDone(wish(), 2));
    }

    @Test
    void one_whose_time_is_over_is_renewed_before_odcs_takes_it_away() {
        build.prepared(SETS);
        build.given(List.of(SETS), List.of(1L), List.of());
        world.odcs.done(1, world.now().plus(Duration.ofHours(2)));
        world.pass(Duration.ofHours(2));

        build.assertWaits();
        world.odcs.done(1);
        world.renew.run("1");
        build.submit();

        assertThat(build.system.requests).extracting(BuildRequest::composes).containsExactly(List.of(1L));
    }

    @Test
    void what_was_made_again_while_the_answer_got_lost_is_found() {
        build.prepared(SETS);
        build.given(List.of(SETS), List.of(1L), List.of());
        world.odcs.removed(1);
        build.assertWaits();
        world.odcs.losesAnswers = true;
        assertThatThrownBy(() -> world.renew.run("1")).hasMessage("The answer got lost");

        world.renew.run("1");

        assertThat(world.odcs.renewals).hasSize(1);
        assertThat(world.stored.sent().getLast()).isEqualTo(new AssignCompose(wish(), 2, false));
    }

    @Test
    void one_that_fails_when_it_is_made_again_fails_every_build_that_waits_for_it() {
        build.prepared(SETS);
        build.given(List.of(SETS), List.of(1L), List.of());
        world.odcs.removed(1);
        build.assertWaits();
        world.renew.run("1");
        world.odcs.failed(2, "no such repository");
        world.round();

        build.submit();

        assertThat(world.stored.sent())
                .endsWith(new FailCompose(wish(), broken(2)), new FailArtifactBuild(BUILD, broken(2), null));
    }

    @Test
    void a_build_without_composes_asks_nobody() {
        build.given(List.of(), List.of(), List.of());

        build.submit();

        assertThat(build.system.requests).hasSize(1);
        assertThat(world.odcs.looks).isZero();
    }

    private static ComposeId wish() {
        return SETS.idIn(Builds.EVENT);
    }
}
