package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A build is lost by no crash at no point, and never runs twice at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class LeaseIT {

    private static final Duration LEASE = Duration.ofSeconds(12);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);
    private static final BuildRequest REQUEST = BuildRequests.image(11);

    private final TestDatabase database = TestPostgres.fresh();

    @TempDir
    Path data;

    @TempDir
    Path signs;

    private Programs programs = new Programs(Path.of("."));

    @BeforeEach
    void signs() {
        programs = new Programs(signs);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_submitted_before_a_crash_is_run_after_it() {
        new RunStore(database.sql(), LEASE).queue(REQUEST.build(), 11, BuildEnvironment.of(REQUEST));

        try (ProcessHouse house = house().started()) {
            programs.end(11, 0);
            awaitBuilt(house);
        }
    }

    @Test
    void what_was_claimed_but_not_started_is_run_when_the_lease_has_passed() {
        RunStore dying = new RunStore(database.sql(), Duration.ofSeconds(1));
        dying.queue(REQUEST.build(), 11, Map.of("FRESHMAKER_BUILD_ID", "11"));
        assertThat(dying.claim()).isPresent();
        assertThat(dying.claim()).isEmpty();

        try (ProcessHouse house = house().started()) {
            programs.end(11, 0);
            awaitBuilt(house);
        }
    }

    @Test
    void what_a_frozen_owner_ran_is_run_again_elsewhere_and_never_twice_at_once() {
        try (ProcessHouse frozen = house().started();
                ProcessHouse other = house()) {
            frozen.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(11) == 1);
            frozen.freeze();
            other.system.start();

            await().atMost(LONG_ENOUGH).until(() -> programs.starts(11) == 2);
            frozen.thaw();
            await().during(Duration.ofSeconds(2)).until(() -> programs.starts(11) == 2);
            programs.end(11, 0);

            await().atMost(LONG_ENOUGH).until(() -> state().equals("reported"));
            assertThat(programs.left("twice")).isFalse();
            assertThat(frozen.reports.timesTold(REQUEST.build()) + other.reports.timesTold(REQUEST.build()))
                    .isEqualTo(1);
        }
    }

    @Test
    void an_end_that_was_seen_but_not_recorded_is_found_out_by_running_again() {
        try (ProcessHouse dying = house().started();
                ProcessHouse other = house()) {
            dying.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(11) == 1);
            dying.freeze();
            programs.end(11, 0);
            other.system.start();

            awaitBuilt(other);
            assertThat(programs.starts(11)).isEqualTo(2);
            assertThat(programs.left("twice")).isFalse();
        }
    }

    @Test
    void an_end_that_was_recorded_but_not_heard_is_told_again() {
        try (ProcessHouse dying = house().started()) {
            dying.reports.deaf(Integer.MAX_VALUE);
            programs.end(11, 0);
            dying.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH)
                    .until(() -> state().equals("ended") && dying.reports.timesTold(REQUEST.build()) > 0);
        }
        try (ProcessHouse house = house().started()) {
            awaitBuilt(house);
            await().atMost(LONG_ENOUGH).until(() -> state().equals("reported"));
            assertThat(programs.starts(11)).isEqualTo(1);
        }
    }

    @Test
    void an_orderly_stop_ends_the_programs_and_gives_the_builds_back_at_once() {
        try (ProcessHouse house = house().started()) {
            house.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(11) == 1);

            long before = System.nanoTime();
            house.system.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(programs.lives("11.pids")).isFalse();
            assertThat(state()).isEqualTo("queued");

            programs.end(11, 0);
            house.system.start();
            awaitBuilt(house);
        }
    }

    @Test
    void a_canceled_build_is_stopped_by_its_owner_wherever_it_was_canceled() {
        try (ProcessHouse owner = house().started();
                ProcessHouse other = house()) {
            owner.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(11) == 1);

            other.system.cancel(REQUEST);

            await().atMost(LONG_ENOUGH).until(() -> !programs.lives("11.pids"));
            assertThat(owner.reports.timesTold(REQUEST.build())).isZero();
        }
    }

    @Test
    void a_short_absence_of_the_database_costs_nothing() {
        try (ProcessHouse house =
                new ProcessHouse(database, data, programs.untilEnded(), 2, ProcessHouse.USUAL_LEASE).started()) {
            house.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(11) == 1);

            house.cutOff(true);
            programs.end(11, 0);
            await().during(Duration.ofSeconds(3)).until(() -> house.reports.timesTold(REQUEST.build()) == 0);
            house.cutOff(false);

            awaitBuilt(house);
            assertThat(programs.starts(11)).isEqualTo(1);
        }
    }

    @Test
    void a_long_absence_of_the_database_ends_the_programs_and_they_are_run_again() {
        try (ProcessHouse house = house().started()) {
            house.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(11) == 1);

            house.cutOff(true);
            await().atMost(LONG_ENOUGH).until(() -> !programs.lives("11.pids"));
            house.cutOff(false);
            programs.end(11, 0);

            awaitBuilt(house);
            assertThat(programs.starts(11)).isEqualTo(2);
            assertThat(programs.left("twice")).isFalse();
        }
    }

    private ProcessHouse house() {
        return new ProcessHouse(database, data, programs.untilEnded(), 2, LEASE);
    }

    private static void awaitBuilt(ProcessHouse house) {
        await().atMost(LONG_ENOUGH).until(() -> house.reports.of(REQUEST.build()) instanceof Built);
    }

    private String state() {
        return database.sql()
                .sql("select state from process_run")
                .query(String.class)
                .single();
    }
}
