package io.freshmaker.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.retention.RetentionSettings;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The read models that run here keep everything; the test forgets in their place. */
@RunningQuerySide
class ForgottenIT {

    private static final Duration KEPT = Duration.ofDays(30);

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    JdbcClient sql;

    @Test
    void an_event_that_ended_long_ago_is_left_out_until_the_setting_and_a_replay_bring_it_back() {
        Story ended = Story.registered().with("base").planned();
        facts.store(ended.started("base", "pid-1")
                .failed("base", "base")
                .complete(0, 1)
                .told());
        Story open = Story.registered().with("base").planned();
        facts.store(open.told());

        forgetAll();

        assertThat(shown(ended)).isFalse();
        assertThat(rows(ended)).isZero();
        assertThat(shown(open)).isTrue();
        assertThat(rows(open)).isEqualTo(1);

        String late = facts.store(lateFactOf(ended)).getLast(); // it is stored, and stops nobody
        api.post("/api/3/projections/event-view/replay");
        facts.awaitSeen(late);
        assertThat(shown(ended)).isFalse();
        assertThat(shown(open)).isTrue();

        api.post("/api/3/projections/events/replay");
        facts.awaitSeen(late);
        assertThat(shown(ended)).isTrue();
        assertThat(rows(ended)).isEqualTo(1);
    }

    @Test
    void a_replay_of_everything_brings_back_only_what_is_not_too_old_now() {
        sql.sql("insert into forgotten_event values ('event-old', '2020-01-01T00:00:00Z'), ('event-new', ?)")
                .param(Clock.systemUTC().instant().toString())
                .update();

        forgotten().rememberWhatIsKeptNow();

        assertThat(sql.sql("select event_key from forgotten_event where event_key in ('event-old', 'event-new')")
                        .query(String.class)
                        .list())
                .containsExactly("event-old");
    }

    private Forgotten forgotten() {
        Duration forEver = Duration.ZERO;
        return new Forgotten(sql, new RetentionSettings(forEver, forEver, forEver, forEver, KEPT), Clock.systemUTC());
    }

    private void forgetAll() {
        while (forgotten().remove(Instant.parse("9998-01-01T00:00:00Z"), 500) > 0) {}
    }

    private static List<Story.Told> lateFactOf(Story story) {
        int known = story.told().size();
        List<Story.Told> all = story.canceled().told();
        return all.subList(known, known + 1);
    }

    private boolean shown(Story story) {
        return api.get("/api/1/events/" + story.number()).statusCode() == 200;
    }

    private long rows(Story story) {
        return sql.sql("select count(*) from build_view where event_number = ?")
                .param(story.number())
                .query(Long.class)
                .single();
    }
}
