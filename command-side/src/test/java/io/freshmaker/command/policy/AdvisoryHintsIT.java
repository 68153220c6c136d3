package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSignedBuild;
import io.freshmaker.command.outside.AdvisoryStates;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeOperatorBundles;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.platform.wake.Neighbours;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What the bus says of advisories becomes jobs where somebody wants to know. */
class AdvisoryHintsIT {

    private final TestDatabase database = TestPostgres.fresh();
    private final StaticListableBeanFactory beans =
            new StaticListableBeanFactory(new HashMap<>(Map.of("advisories", new FakeAdvisories())));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void with_the_default_setting_no_advisory_is_looked_at_before_it_is_shipped() {
        AdvisoryHints hints = hints("SHIPPED_LIVE");

        assertThat(hints.handle(new LookAtAdvisory(7, "QE"))).isFalse();
        assertThat(hints.handle(new LookAtAdvisory(7, ""))).isFalse();
        assertThat(hints.handle(new LookAtSignedBuild("teapot-2.1-3.el9"))).isFalse();
        assertThat(storedJobs()).isEmpty();
    }

    @Test
    void where_earlier_states_are_triggers_each_hint_is_a_job_once() {
        AdvisoryHints hints = hints("SHIPPED_LIVE", "QE");

        for (int time = 0; time < 2; time++) {
            assertThat(hints.handle(new LookAtAdvisory(7, "QE"))).isTrue();
            assertThat(hints.handle(new LookAtAdvisory(7, ""))).isTrue();
            assertThat(hints.handle(new LookAtAdvisory(7, "REL_PREP"))).isFalse();
            assertThat(hints.handle(new LookAtSignedBuild("teapot-2.1-3.el9"))).isTrue();
        }
        assertThat(storedJobs())
                .containsExactlyInAnyOrder(
                        "look-at-advisory 7:QE", "look-at-advisory 7:", "look-at-signed-build teapot-2.1-3.el9");
    }

    @Test
    void a_shipped_one_is_a_job_where_bundles_are_rebuilt() {
        assertThat(hints("SHIPPED_LIVE").handle(new LookAtAdvisory(7, "SHIPPED_LIVE")))
                .isFalse();

        beans.addBean("bundles", new FakeOperatorBundles());

        assertThat(hints("SHIPPED_LIVE").handle(new LookAtAdvisory(7, "SHIPPED_LIVE")))
                .isTrue();
        assertThat(storedJobs()).containsExactly("look-at-shipped-advisory 7");
    }

    private List<String> storedJobs() {
        return database.sql()
                .sql("select task_name || ' ' || task_instance from job_watch")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private AdvisoryHints hints(String... states) {
        Stored stored = new Stored();
        ObjectProvider<Advisories> advisories = beans.getBeanProvider(Advisories.class);
        ObjectProvider<FlatpakIndex> noFlatpaks = beans.getBeanProvider(FlatpakIndex.class);
        LookAtAdvisoryJob advisory =
                new LookAtAdvisoryJob(advisories, noFlatpaks, new AdvisoryStates(List.of(states)), stored.commands());
        LookAtShippedAdvisoryJob shipped = new LookAtShippedAdvisoryJob(
                advisories, beans.getBeanProvider(OperatorBundles.class), stored.commands());
        LookAtSignedBuildJob signedBuild = new LookAtSignedBuildJob(advisories, advisory);
        Jobs jobs = new Jobs(
                database.dataSource(),
                List.<Job>of(advisory, shipped, signedBuild),
                Clock.systemUTC(),
                Neighbours.NONE);
        return new AdvisoryHints(jobs, advisory, shipped, signedBuild);
    }
}
