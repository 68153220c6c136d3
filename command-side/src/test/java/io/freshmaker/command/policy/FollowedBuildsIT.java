package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.TOOLS;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.submission.Submissions;
import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.platform.wake.Neighbours;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the submission to the end of builds in a system that has one place and is followed. */
class FollowedBuildsIT {

    private final TestDatabase database = TestPostgres.fresh();
    private final Stored stored = new Stored();
    private final SilentBuildSystem system = new SilentBuildSystem();
    private final BuildSystems systems = BuildSystems.only(system, new FakeBuildSystem());
    private final Submissions submissions = new Submissions(
            database.sql(),
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
            Clock.systemUTC());
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Placed placed = new Placed(
            submissions,
            beans.getBeanProvider(Jobs.class),
            beans.getBeanProvider(SubmitBuildJob.class),
            Clock.systemUTC());
    private final SubmitBuildJob submit = new SubmitBuildJob(
            stored.facts(), systems, ComposesForTests.none(), BundlesForTests.none(stored), placed, stored.commands());
    private final StopBuildJob stop = new StopBuildJob(stored.facts(), systems, placed);
    private final EndedSubmissions ended = new EndedSubmissions(placed, stored.commands());
    private final FollowSubmissionsJob follow = new FollowSubmissionsJob(
            systems, submissions, ended, placed, stored.facts(), stop, beans.getBeanProvider(Jobs.class));
    private final LookAtSubmissionJob look = new LookAtSubmissionJob(systems, submissions, ended);

    @BeforeEach
    void start() {
        Jobs jobs =
                new Jobs(database.dataSource(), List.<Job>of(submit, stop, look), Clock.systemUTC(), Neighbours.NONE);
        beans.addBean("jobs", jobs);
        beans.addBean("submit", submit);
        stored.with(id(BASE).value(), isPlanned(BASE), started(BASE, null));
        stored.with(id(TOOLS).value(), isPlanned(TOOLS), started(TOOLS, null));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_build_is_submitted_without_being_sought_for_and_recorded() {
        submit.run(id(BASE).value());

        assertThat(system.soughtFor).isEmpty();
        assertThat(stored.sent()).containsExactly(new RecordSubmission(id(BASE), "101"));
    }

    @Test
    void a_build_whose_answer_was_lost_is_sought_for_and_not_submitted_again() {
        system.losesAnswers = true;
        assertThatThrownBy(() -> submit.run(id(BASE).value())).isInstanceOf(Unavailable.class);

        submit.run(id(BASE).value());

        assertThat(system.requests).hasSize(1);
        assertThat(stored.sent()).containsExactly(new RecordSubmission(id(BASE), "101"));
    }

    @Test
    void a_build_without_a_place_waits_and_is_submitted_when_the_one_before_it_has_ended() {
        submit.run(id(BASE).value());
        submit.run(id(TOOLS).value());
        assertThat(system.requests).hasSize(1);

        system.outcomes.put("101", new Built("base-1-2"));
        follow.run("limited");

        assertThat(stored.sent().getLast()).isEqualTo(new ReportExternalBuild(id(BASE), "101", new Built("base-1-2")));
        assertThat(waitingJobs()).containsExactly(id(TOOLS).value());
        submit.run(id(TOOLS).value());
        assertThat(system.requests).hasSize(2);
    }

    @Test
    void what_the_bus_says_of_a_build_of_ours_makes_us_ask() {
        Hints hints = LearnImageOfTaskJobTest.hints(submissions, beans.getBean(Jobs.class), look);
        submit.run(id(BASE).value());
        system.outcomes.put("101", new Built());

        assertThat(hints.handle(new LookAtSubmission("limited", "4711", true))).isFalse();
        assertThat(hints.handle(new LookAtSubmission("limited", "101"))).isTrue();
        look.run("limited:101");

        assertThat(stored.sent().getLast()).isEqualTo(new ReportExternalBuild(id(BASE), "101", new Built()));
        assertThat(hints.handle(new LookAtSubmission("limited", "101"))).isFalse();
    }

    @Test
    void what_the_bus_says_too_early_changes_nothing() {
        submit.run(id(BASE).value());
        look.run("limited:101");

        assertThat(stored.sent()).containsExactly(new RecordSubmission(id(BASE), "101"));
        assertThat(submissions.followed("limited")).hasSize(1);
    }

    @Test
    void a_refused_build_gives_its_place_to_the_next() {
        system.refuses = BASE;
        submit.run(id(BASE).value());
        submit.run(id(TOOLS).value());

        assertThat(stored.sent())
                .containsExactly(
                        new FailArtifactBuild(
                                id(BASE), Reason.of(ReasonCode.SUBMISSION_REFUSED, "error", "never"), null),
                        new RecordSubmission(id(TOOLS), "101"));
    }

    @Test
    void a_canceled_build_is_stopped_there_and_one_that_waits_is_only_forgotten() {
        submit.run(id(BASE).value());
        submit.run(id(TOOLS).value());
        stored.with(id(TOOLS).value(), canceled(TOOLS, true));
        stop.run(id(TOOLS).value());
        assertThat(system.canceled).isEmpty();

        stored.with(id(BASE).value(), canceled(BASE, true));
        stop.run(id(BASE).value());

        assertThat(system.canceled).extracting(BuildRequest::build).containsExactly(id(BASE));
        assertThat(waitingJobs()).isEmpty();
    }

    @Test
    void a_place_that_a_crash_left_empty_is_filled_by_the_next_round() {
        submit.run(id(BASE).value());
        submit.run(id(TOOLS).value());
        submissions.ended(id(BASE)); // and the process dies

        follow.run("limited");

        assertThat(waitingJobs()).containsExactly(id(TOOLS).value());
    }

    @Test
    void what_failed_and_still_has_its_place_is_stopped_by_the_next_round() {
        system.losesAnswers = true;
        assertThatThrownBy(() -> submit.run(id(BASE).value())).isInstanceOf(Unavailable.class);
        stored.with(id(BASE).value(), failed(BASE)); // as when a process dies right after that
        submit.run(id(BASE).value());
        submit.run(id(TOOLS).value());
        assertThat(system.requests).hasSize(1);

        follow.run("limited");
        assertThat(waitingJobs("stop-build")).containsExactly(id(BASE).value());
        stop.run(id(BASE).value());

        assertThat(system.canceled).extracting(BuildRequest::build).containsExactly(id(BASE));
        assertThat(waitingJobs()).containsExactly(id(TOOLS).value());
    }

    @Test
    void what_cannot_be_stopped_keeps_no_place_for_ever() {
        submit.run(id(BASE).value());
        submit.run(id(TOOLS).value());
        stored.with(id(BASE).value(), canceled(BASE, true));

        stop.gaveUp(id(BASE).value(), new Unavailable("away"));

        assertThat(waitingJobs()).containsExactly(id(TOOLS).value());
    }

    @Test
    void what_is_found_is_not_taken_for_ours_when_it_is_another_build_of_the_same_sources() {
        submit.run(id(BASE).value());
        follow.run("limited");
        submissions.ended(id(BASE));
        system.losesAnswers = true;
        assertThatThrownBy(() -> submit.run(id(TOOLS).value())).isInstanceOf(Unavailable.class);
        system.findsAlways = "101";

        submit.run(id(TOOLS).value());

        assertThat(stored.sent().getLast()).isEqualTo(new RecordSubmission(id(TOOLS), "103"));
    }

    private List<String> waitingJobs() {
        return waitingJobs("submit-build");
    }

    private List<String> waitingJobs(String name) {
        return database.sql()
                .sql("select task_instance from job_build where task_name = ?")
                .param(name)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
