package io.freshmaker.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class ReplayIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    JdbcClient sql;

    @Test
    void a_replay_gives_the_same_answers_counts_nothing_twice_and_lets_new_events_go_on() {
        Story old = Story.registered().with("base").with("app", "base").planned();
        facts.store(old.started("base", "pid-1")
                .failed("base", "base")
                .failed("app", "base")
                .complete(0, 2)
                .told());
        facts.store(Story.registered().skipped(ReasonCode.ALL_DECLINED).told());
        await().until(() -> api.json("/api/3/projections")
                .valueStream()
                .noneMatch(one -> one.path("replaying").asBoolean())); // another test may have begun one
        List<String> before = answers(old);
        List<String> counted = counters();
        int stored = count("domain_event");

        HttpResponse<String> answer = api.post("/api/3/projections/events/replay");
        Story fresh = Story.registered();
        facts.store(fresh.told());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(api.json("/api/1/events/" + fresh.number()).path("state").asInt())
                .isZero();
        assertThat(answers(old)).isEqualTo(before);
        assertThat(counters()).isEqualTo(counted);
        assertThat(count("domain_event")).isEqualTo(stored + 1);
        JsonNode projection = api.json("/api/3/projections").path(0);
        assertThat(projection.path("name").asString()).isEqualTo("events");
        assertThat(projection.path("lag").asInt()).isZero();
        assertThat(projection.path("replaying").asBoolean()).isFalse();
        assertThat(projection.path("error").isNull()).isTrue();
        await().untilAsserted(() -> {
            JsonNode now = api.json("/api/3/projections").path(0);
            assertThat(now.path("position").asLong()).isEqualTo(count("domain_event"));
            assertThat(now.path("head").asLong()).isEqualTo(count("domain_event"));
        });
    }

    @Test
    void only_what_exists_can_be_replayed() {
        HttpResponse<String> answer = api.post("/api/3/projections/numbering/replay");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(api.json(answer).path("detail").asString())
                .isEqualTo("There is no projection 'numbering'; there are: events, event-view, build-view, plan-view,"
                        + " compose-view.");
    }

    @Test
    void a_reader_who_waits_for_an_unknown_fact_is_told() {
        HttpResponse<String> answer = api.get("/api/3/projections?seen=nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(api.json(answer).path("detail").asString()).isEqualTo("There is no fact 'nothing'.");
    }

    private List<String> answers(Story story) {
        return List.of(
                api.get("/api/1/events/" + story.number()).body(),
                api.get("/api/1/events/?per_page=1000&search_key=" + story.searchKey())
                        .body(),
                api.get("/api/1/builds/?per_page=1000&event_id=" + story.number())
                        .body(),
                api.get("/api/3/events/" + story.number() + "/graph").body(),
                api.get("/api/3/events?limit=1000&reason=RPM_UPDATED&package=bash&search_key=" + story.searchKey())
                        .body(),
                api.get("/api/3/builds?limit=1000&reason=BUILD_FAILED&event=" + story.number())
                        .body(),
                api.get("/api/3/events/" + story.number() + "/history")
                        .body()
                        .replaceAll("\"position\":(null|\\d+)", ""),
                sql.sql("select count(*) || ' ' || sum(number) from build_view")
                        .query(String.class)
                        .single());
    }

    private List<String> counters() {
        return api.get("/monitor/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("freshmaker_"))
                .toList();
    }

    private int count(String table) {
        return sql.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
