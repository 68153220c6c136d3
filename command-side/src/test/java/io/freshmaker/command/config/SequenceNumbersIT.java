package io.freshmaker.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SequenceNumbersIT {

    private final TestDatabase database = TestPostgres.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void numbers_count_from_one_across_blocks() {
        SequenceNumbers numbers = builds();

        assertThat(IntStream.range(0, 120).map(_ -> numbers.next()).toArray())
                .isEqualTo(IntStream.rangeClosed(1, 120).toArray());
    }

    @Test
    void after_a_restart_the_rest_of_a_block_is_left_out() {
        builds().next();

        assertThat(builds().next()).isEqualTo(51);
    }

    @Test
    void numbers_of_events_have_no_blocks() {
        new SequenceNumbers(database.sql(), "event_number", 1).next();

        assertThat(new SequenceNumbers(database.sql(), "event_number", 1).next())
                .isEqualTo(2);
    }

    @Test
    void nobody_gets_a_number_twice() {
        Set<Integer> given = ConcurrentHashMap.newKeySet();
        SequenceNumbers one = builds();
        SequenceNumbers other = builds();

        IntStream.range(0, 1000).parallel().forEach(i -> given.add((i % 2 == 0 ? one : other).next()));

        assertThat(given).hasSize(1000);
    }

    private SequenceNumbers builds() {
        return new SequenceNumbers(database.sql(), "build_number", 50);
    }
}
