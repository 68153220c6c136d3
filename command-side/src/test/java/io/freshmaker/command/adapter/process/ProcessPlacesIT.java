package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a place, and what is canceled. */
class ProcessPlacesIT {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static final BuildRequest REQUEST = BuildRequests.image(11);

    private final TestDatabase database = TestPostgres.fresh();

    @TempDir
    Path data;

    @TempDir
    Path signs;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void to_cancel_ends_the_whole_group_even_if_it_ignores_term() {
        Programs programs = new Programs(signs);
        List<String> stubborn = programs.script("""
            trap '' TERM
            sh -c 'echo $$ > "$0/grandchild"; while :; do sleep 0.2; done' "$1" &
            echo $$ > "$1/leader"
            wait
            """);
        try (ProcessHouse house = new ProcessHouse(database, data, stubborn).started()) {
            house.system.submit(REQUEST);
            await().atMost(LONG_ENOUGH).until(() -> programs.left("grandchild") && programs.left("leader"));

            house.system.cancel(REQUEST);

            await().atMost(LONG_ENOUGH).until(() -> !programs.lives("grandchild") && !programs.lives("leader"));
            assertThat(state()).isEqualTo("canceled");
            assertThat(house.reports.timesTold(REQUEST.build())).isZero();
        }
    }

    @Test
    void what_waits_is_canceled_before_it_runs() {
        Programs programs = new Programs(signs);
        try (ProcessHouse house = house(programs, 1)) {
            house.system.submit(BuildRequests.image(1));
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(1) == 1);
            house.system.submit(BuildRequests.image(2));
            house.system.submit(BuildRequests.image(3));

            house.system.cancel(BuildRequests.image(2));
            programs.end(1, 0);

            await().atMost(LONG_ENOUGH).until(() -> programs.starts(3) == 1);
            assertThat(programs.starts(2)).isZero();
        }
    }

    @Test
    void no_more_run_at_once_than_there_are_places() {
        Programs programs = new Programs(signs);
        try (ProcessHouse house = house(programs, 2)) {
            for (int number = 1; number <= 3; number++) house.system.submit(BuildRequests.image(number));
            await().atMost(LONG_ENOUGH).until(() -> programs.starts(1) == 1 && programs.starts(2) == 1);

            await().during(Duration.ofMillis(1500)).until(() -> programs.starts(3) == 0);
            programs.end(2, 0);

            await().atMost(LONG_ENOUGH).until(() -> programs.starts(3) == 1);
        }
    }

    private ProcessHouse house(Programs programs, int parallel) {
        return new ProcessHouse(database, data, programs.untilEnded(), parallel, ProcessHouse.USUAL_LEASE).started();
    }

    private String state() {
        return database.sql()
                .sql("select state from process_run")
                .query(String.class)
                .single();
    }
}
