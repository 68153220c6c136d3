package io.freshmaker.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.net.http.HttpResponse;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people see while a replay is under way. */
@RunningQuerySide
class ReplayInTheMiddleIT {

    private static final String HEADER = "Freshmaker-Replaying";

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    DataSource database;

    private final Story large = Story.registered();
    private final Story last = Story.registered();

    @BeforeEach
    void a_history_of_several_batches() {
        for (int i = 0; i < 1_200; i++) large.with("image" + i);
        facts.store(large.planned().told());
        facts.store(last.skipped(ReasonCode.ALL_DECLINED).told());
    }

    @Test
    void each_answer_says_that_rows_may_be_missing_and_the_projections_say_how_far_it_is() throws Exception {
        assertThat(replaying("/api/1/events/")).isEmpty();
        try (HeldUp _ = new HeldUp(database, last.number())) {
            api.post("/api/3/projections/events/replay");
            await().until(() ->
                    projection("events").path("replay").path("facts").asInt() >= 1_000);
            String before = "/api/1/events/" + large.number(); // behind what other tests stored
            await().until(() -> api.get(before).statusCode() == 200);

            JsonNode replay = projection("events").path("replay");
            assertThat(projection("events").path("replaying").asBoolean()).isTrue();
            assertThat(replay.path("of").asInt())
                    .isGreaterThan(replay.path("facts").asInt());
            assertThat(replay.path("percent").asInt()).isBetween(1, 99);
            assertThat(replay.path("per_second").asInt()).isPositive();
            assertThat(replay.path("estimated_end").asString()).startsWith("20");
            assertThat(replaying("/api/1/events/"))
                    .hasValueSatisfying(said -> assertThat(said).matches("events \\d+%"));
            assertThat(replaying("/api/3/events/" + last.number())).isPresent();
            assertThat(api.get("/api/1/events/" + large.number()).statusCode()).isEqualTo(200);
            assertThat(api.get("/api/1/events/" + last.number()).statusCode()).isEqualTo(404);
            assertThat(refusal("build-view")).isEqualTo("Projection 'events' is being replayed already.");
        }
        await().until(() -> replaying("/api/1/events/").isEmpty());
        assertThat(api.get("/api/1/events/" + last.number()).statusCode()).isEqualTo(200);
    }

    @Test
    void one_projection_is_replayed_alone_and_the_others_keep_their_rows() throws Exception {
        String graph = api.get("/api/3/events/" + large.number() + "/graph").body();
        String builds = api.get("/api/1/builds/?event_id=" + large.number()).body();
        try (HeldUp _ = new HeldUp(database, last.number())) {
            api.post("/api/3/projections/event-view/replay");
            await().until(() ->
                    projection("event-view").path("replay").path("facts").asInt() >= 1_000);
            Story fresh = Story.registered();
            facts.publish(fresh.told());

            assertThat(replaying("/api/1/events/"))
                    .hasValueSatisfying(said -> assertThat(said).startsWith("event-view "));
            assertThat(projection("events").path("replaying").asBoolean()).isTrue();
            assertThat(projection("build-view").path("replaying").asBoolean()).isFalse();
            assertThat(projection("build-view").path("replay").isNull()).isTrue();
            assertThat(projection("build-view").path("position").asInt())
                    .isGreaterThan(projection("event-view").path("position").asInt());
            assertThat(api.get("/api/1/builds/?event_id=" + large.number()).body())
                    .isEqualTo(builds);
        }
        await().until(() -> replaying("/api/1/events/").isEmpty());
        assertThat(api.get("/api/3/events/" + large.number() + "/graph").body()).isEqualTo(graph);
    }

    private JsonNode projection(String name) {
        return api.json("/api/3/projections")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> replaying(String path) {
        return api.get(path).headers().firstValue(HEADER);
    }

    private String refusal(String projection) {
        HttpResponse<String> answer = api.post("/api/3/projections/" + projection + "/replay");
        assertThat(answer.statusCode()).isEqualTo(409);
        return api.json(answer).path("detail").asString();
    }
}
