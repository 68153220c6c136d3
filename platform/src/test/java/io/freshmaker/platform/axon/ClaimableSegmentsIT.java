package io.freshmaker.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A process claims what is free, and learns within a second what others took or left. */
class ClaimableSegmentsIT {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TestDatabase database = TestPostgres.fresh();
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    private Instant now = NOON;
    private ClaimableSegments claimable;

    @BeforeEach
    void ask() {
        claimable = new ClaimableSegments(sql, new ProcessName("self"), TIMEOUT, () -> now);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_free_ours_or_left_by_a_silent_process_may_be_claimed() {
        held("free", 0, null, NOON);
        held("ours", 0, "self", NOON);
        held("theirs", 0, "another", NOON.minus(TIMEOUT));
        held("left", 0, "another", NOON.minus(TIMEOUT).minusMillis(1));

        assertThat(claimable.of("free")).containsExactly(Segment.ROOT_SEGMENT);
        assertThat(claimable.of("ours")).containsExactly(Segment.ROOT_SEGMENT);
        assertThat(claimable.of("theirs")).isEmpty();
        assertThat(claimable.of("left")).containsExactly(Segment.ROOT_SEGMENT);
    }

    @Test
    void each_of_several_segments_knows_how_many_there_are() {
        held("split", 0, null, NOON);
        held("split", 1, "another", NOON);

        assertThat(claimable.of("split")).isEqualTo(List.of(Segment.computeSegment(0, 0, 1)));
    }

    @Test
    void what_changed_is_known_after_a_second() {
        held("policy", 0, null, NOON);
        held("saga", 0, "another", NOON);
        assertThat(claimable.of("policy")).hasSize(1);
        sql.update("update token_entry set owner = case processor_name when 'policy' then 'another' end");

        assertThat(claimable.of("policy")).hasSize(1); // to claim it is refused
        assertThat(claimable.of("saga")).isEmpty();

        now = NOON.plusMillis(1_001);
        assertThat(claimable.of("policy")).isEmpty();
        assertThat(claimable.of("saga")).hasSize(1);
    }

    @Test
    void a_clock_that_is_put_back_hides_nothing() {
        held("policy", 0, null, NOON);
        assertThat(claimable.of("policy")).hasSize(1);
        sql.update("update token_entry set owner = 'another'");

        now = NOON.minusSeconds(5);
        assertThat(claimable.of("policy")).isEmpty();
    }

    @Test
    void a_processor_that_is_new_is_known_at_once() {
        held("old", 0, null, NOON);
        assertThat(claimable.of("old")).hasSize(1);
        assertThat(claimable.of("new")).isEmpty();

        held("new", 0, null, NOON);

        assertThat(claimable.of("new")).hasSize(1);
    }

    private void held(String processor, int segment, @Nullable String owner, Instant at) {
        sql.update(
                "insert into token_entry (processor_name, segment, owner, timestamp) values (?, ?, ?, ?)",
                processor,
                segment,
                owner,
                at.toString());
    }
}
