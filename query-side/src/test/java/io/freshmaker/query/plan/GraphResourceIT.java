package io.freshmaker.query.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class GraphResourceIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Test
    void the_graph_shows_every_parent_every_end_and_what_was_declined() {
        Story story = Story.registered()
                .with("base")
                .with("tool")
                .with("app", "base", "tool")
                .planned();
        facts.store(story.started("base", "pid-7")
                .done("base")
                .failed("tool", "tool")
                .failed("app", "tool")
                .told());

        JsonNode graph = api.json("/api/3/events/" + story.number() + "/graph");

        assertThat(graph.path("event").path("builds_summary").path("FAILED").asInt())
                .isEqualTo(2);
        assertThat(graph.path("nodes")).hasSize(3);
        JsonNode base = graph.path("nodes").path(0);
        assertThat(base.path("external_id").asString()).isEqualTo("pid-7");
        assertThat(base.path("state").asString()).isEqualTo("DONE");
        assertThat(base.path("ended").isNull()).isTrue();
        assertThat(base.path("reason").path("code").asString()).isEqualTo("RPM_UPDATED");
        JsonNode app = graph.path("nodes").path(2);
        assertThat(app.path("ended").path("code").asString()).isEqualTo("DEPENDENCY_FAILED");
        assertThat(app.path("ended").path("culprit").path("id").asInt()).isEqualTo(story.build("tool"));
        assertThat(app.path("text").asString()).isEqualTo("It is built from what is rebuilt: base → tool.");
        assertThat(graph.path("edges").toString())
                .isEqualTo("[{\"from\":%d,\"to\":%d},{\"from\":%d,\"to\":%d}]"
                        .formatted(story.build("base"), story.build("app"), story.build("tool"), story.build("app")));
        JsonNode declined = graph.path("declined").path(0);
        assertThat(declined.path("type").asString()).isEqualTo("MODULE");
        assertThat(declined.path("stream").asString()).isEqualTo("master");
        assertThat(declined.path("text").asString()).contains("blocked by block.global (rules.yaml:3)");
    }

    @Test
    void nodes_stand_in_the_graph_before_their_builds_are_stored() {
        Story story = Story.registered().with("base").with("app", "base").planned();
        facts.store(story.told().subList(0, 3)); // registered, planned, the first build

        JsonNode graph = api.json("/api/3/events/" + story.number() + "/graph");

        assertThat(graph.path("nodes").path(0).path("id").asInt()).isEqualTo(story.build("base"));
        assertThat(graph.path("nodes").path(1).path("id").isNull()).isTrue();
        assertThat(graph.path("nodes").path(1).path("state").asString()).isEqualTo("PLANNED");
        assertThat(graph.path("edges")).isEmpty();
    }

    @Test
    void the_history_and_the_feed_give_the_same_facts_under_the_same_positions() {
        Story story = Story.registered().with("base").planned().done("base").complete(1, 0);
        List<String> ids = facts.store(story.told());
        facts.awaitNumbered(ids.getLast());

        JsonNode history =
                api.json("/api/3/events/" + story.number() + "/history").path("items");
        JsonNode last = history.path(history.size() - 1);
        JsonNode page =
                api.json("/api/3/feed?limit=1&after=" + (last.path("position").asLong() - 1));

        assertThat(history.valueStream().map(fact -> fact.path("id").asString()))
                .isEqualTo(ids);
        assertThat(last.path("type").asString()).isEqualTo("event.EventCompleted");
        assertThat(last.path("data").path("tally").path("done").asInt()).isEqualTo(1);
        assertThat(page.path("next").asLong()).isEqualTo(last.path("position").asLong());
        JsonNode item = page.path("items").path(0);
        assertThat(item.path("id")).isEqualTo(last.path("id"));
        assertThat(item.path("type")).isEqualTo(last.path("type"));
        assertThat(item.path("data")).isEqualTo(last.path("data"));
        assertThat(item.path("specversion").asString()).isEqualTo("1.0");
        assertThat(api.json(api.get("/api/3/feed?after=-1")).path("detail").asString())
                .isEqualTo("'after' must be a number from 0 to 9223372036854775807, not '-1'.");
        assertThat(api.get("/api/3/feed?limit=1001").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/3/events/999999/history").statusCode()).isEqualTo(404);
        assertThat(api.get("/api/3/events/" + story.number() + "/history?builds=perhaps")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_history_of_an_event_or_of_a_build_can_be_had_alone() {
        Story story = Story.registered().with("base").with("app", "base").planned();
        facts.store(story.told());

        JsonNode own = api.json("/api/3/events/" + story.number() + "/history?builds=false");
        JsonNode ofBuild = api.json("/api/3/builds/" + story.build("app") + "/history");

        assertThat(own.path("items").valueStream().map(fact -> fact.path("type").asString()))
                .containsExactly("event.EventRegistered", "event.RebuildPlanned", "event.RebuildActivated");
        assertThat(ofBuild.path("items")
                        .valueStream()
                        .map(fact -> fact.path("subject").asString()))
                .containsExactly(story.buildId("app").value());
        assertThat(api.get("/api/3/builds/999999/history").statusCode()).isEqualTo(404);
    }
}
