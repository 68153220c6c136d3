package io.freshmaker.command.policy;

import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.command.compose.ComposeSettings;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.compose.Wishes;
import io.freshmaker.command.port.ComposeSystems;
import io.freshmaker.command.port.FakeComposes;
import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.platform.wake.Neighbours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The jobs for composes over a real database and an ODCS in memory, at a time that the test says. */
final class ComposeWorld implements AutoCloseable {

    final FakeComposes odcs = new FakeComposes();
    final FakeComposes dryRuns = new FakeComposes();
    final Stored stored = new Stored();
    final TestDatabase database = TestPostgres.fresh();
    final ComposeUses uses;
    final ComposeNews news;
    final PrepareComposeJob prepare;
    final RenewComposeJob renew;
    final FollowComposesJob follow;
    final LookAtComposeJob look;
    final FreshComposes fresh;
    final Jobs jobs;

    private Instant now = Wishes.NOW;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    ComposeWorld() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        ComposeSettings settings = new ComposeSettings(Duration.ofMinutes(1), Duration.ofHours(24));
        ComposeSystems systems = new ComposeSystems(odcs, dryRuns);
        Facts facts = stored.facts();
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        uses = new ComposeUses(database.sql(), transactions, clock, settings);
        news = new ComposeNews(
                systems,
                uses,
                stored.commands(),
                beans.getBeanProvider(Jobs.class),
                beans.getBeanProvider(RenewComposeJob.class));
        prepare = new PrepareComposeJob(facts, systems, uses, news, clock);
        renew = new RenewComposeJob(facts, systems, uses, news);
        follow = new FollowComposesJob(uses, news, prepare, settings, beans.getBeanProvider(Jobs.class), clock);
        look = new LookAtComposeJob(uses, news);
        fresh = new FreshComposes(systems, uses, news, clock);
        jobs = new Jobs(database.dataSource(), List.<Job>of(prepare, renew, follow, look), clock, Neighbours.NONE);
        beans.addBean("jobs", jobs);
        beans.addBean("renew", renew);
    }

    /** An Event wants it, and its job is not done yet. */
    ComposeRequested wanted(ComposeRequested fact) {
        stored.with(fact.composeId().value(), fact);
        uses.want(fact);
        return fact;
    }

    /** An Event wants it and gets a number. */
    void prepared(ComposeRequested fact) {
        prepare.run(wanted(fact).composeId().value());
    }

    void round() {
        follow.run("odcs");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** Kind and subject of those that are stored, e.g. {@code renew-compose 5}. */
    List<String> waitingJobs() {
        return database.sql().sql("""
            select task_name || ' ' || task_instance from (select * from job_build union all select * from job_watch) all_jobs
            order by 1\
            """).query((row, _) -> row.getString(1)).list();
    }

    /** What a crash right before the row was changed leaves. */
    void rowAgain(String id, String state) {
        database.sql()
                .sql("update compose set state = ?, odcs_id = case when ? = 'asked' then null else odcs_id end"
                        + " where id = ?")
                .params(state, state, id)
                .update();
    }

    @Override
    public void close() {
        database.close();
    }
}
