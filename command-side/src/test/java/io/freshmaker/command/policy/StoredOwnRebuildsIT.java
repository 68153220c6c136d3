package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.rpm.OwnRebuilds.Rebuild;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.BuildTasks;
import io.freshmaker.command.port.LimitedBuildSystem;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.submission.Submissions;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StoredOwnRebuildsIT {

    private static final Nvr OURS = new Nvr("web-7-4.fc42");
    private static final Nvr THEIRS = new Nvr("web-7-5.fc42");
    private static final Artifact WEB = Artifact.rpm("web", new Source("rpms/web", "f42", null, "f42-candidate"));
    private static final BuildRequest REQUEST = BuildRequests.of(1, WEB);

    private final TestDatabase database = TestPostgres.fresh();
    private final Submissions submissions = new Submissions(
            database.sql(),
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
            Clock.systemUTC());
    private final Stored stored = new Stored()
            .with(REQUEST.build().value(), planned())
            .with(
                    "event-1",
                    new RebuildPlanned(
                            new EventId("event-1"), 3, List.of(planned().build()), List.of()));
    private final StaticListableBeanFactory koji = new StaticListableBeanFactory();
    private final StoredOwnRebuilds rebuilds =
            new StoredOwnRebuilds(submissions, koji.getBeanProvider(BuildTasks.class), stored.facts());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_build_is_ours_when_a_task_of_ours_made_it() {
        tasks(Map.of(OURS, "101", THEIRS, "102"));
        order();
        submissions.taken(REQUEST.build(), 1, "101");

        assertThat(rebuilds.of(OURS, "f42")).contains(new Rebuild(REQUEST.build(), 12, 3, Set.of(WEB.key())));
        assertThat(rebuilds.of(THEIRS, "f42")).isEmpty();
        submissions.ended(REQUEST.build());
        assertThat(rebuilds.of(OURS, "f42")).as("also long after that").isPresent();
    }

    @Test
    void while_an_order_of_ours_is_unanswered_nobody_knows() {
        tasks(Map.of(THEIRS, "102"));
        order();

        assertThatThrownBy(() -> rebuilds.of(THEIRS, "f42"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("rpm:web:f42");
        assertThat(rebuilds.of(new Nvr("tls-1-1"), "f42")).as("another package").isEmpty();
        assertThat(rebuilds.of(THEIRS, "f41")).as("another branch").isEmpty();
    }

    @Test
    void a_build_that_no_task_made_is_not_ours() {
        tasks(Map.of());

        assertThat(rebuilds.of(OURS, "f42")).isEmpty();
    }

    @Test
    void where_koji_builds_nothing_for_us_nothing_is_ours() {
        assertThat(rebuilds.of(OURS, "f42")).isEmpty();
    }

    private void tasks(Map<Nvr, String> known) {
        BuildTasks tasks = build -> Optional.ofNullable(known.get(build));
        koji.addBean("tasks", tasks);
    }

    private void order() {
        submissions.take(new Koji(), REQUEST, _ -> {});
    }

    private static ArtifactBuildPlanned planned() {
        PlannedArtifact artifact = PlannedArtifact.directly(WEB, Reason.of(ReasonCode.REQUIREMENT_UPDATED));
        EventId event = new EventId("event-1");
        return new ArtifactBuildPlanned(
                REQUEST.build(), event, 3, 12, PlannedBuild.of(event, artifact), List.of(), false);
    }

    private static final class Koji extends LimitedBuildSystem {
        Koji() {
            super(5);
        }

        @Override
        public String name() {
            return "koji";
        }
    }
}
