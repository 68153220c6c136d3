package io.freshmaker.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.dashboard.Listening.Heard;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class LiveResourceIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    private final Story story = Story.registered().with("base").with("app", "base");

    @Test
    void a_page_hears_each_change_until_the_event_has_ended_and_nothing_of_others() {
        store(story.planned());
        try (Listening page = new Listening(api, story.number());
                Listening other = new Listening(api, anotherEvent())) {
            page.first("hello");
            other.first("hello");

            store(story.started("base", "task-1"));
            store(story.failed("base", "base").failed("app", "base").complete(0, 2));

            page.first("end");
            page.awaitOver();
            JsonNode last = page.changes().toList().getLast();
            assertThat(last.path("event").path("state_name").asString()).isEqualTo("COMPLETE");
            JsonNode app = last.path("builds").path(1);
            assertThat(app.path("state").asString()).isEqualTo("FAILED");
            assertThat(app.path("ended").path("culprit").path("id").asInt()).isEqualTo(story.build("base"));
            assertThat(other.changes())
                    .allSatisfy(change -> assertThat(change.path("builds")).isEmpty());
        }
    }

    @Test
    void a_page_that_comes_back_hears_what_it_missed() {
        List<String> before = store(story.planned());
        facts.awaitNumbered(before.getLast());
        long known;
        try (Listening page = new Listening(api, story.number())) {
            known = page.first("hello").position();
        }
        facts.awaitNumbered(store(story.started("base", "task-1")).getLast());

        try (Listening page = new Listening(api, story.number(), "Last-Event-ID", String.valueOf(known))) {
            Heard missed = page.first("change");

            assertThat(missed.position()).isGreaterThan(known);
            assertThat(missed.data().path("builds").path(0).path("external_id").asString())
                    .isEqualTo("task-1");
        }
    }

    @Test
    void an_event_that_has_ended_says_so_at_once() {
        store(story.planned().done("base").done("app").complete(2, 0));

        try (Listening page = new Listening(api, story.number())) {
            page.first("end");
            page.awaitOver();
        }
    }

    @Test
    void mistakes_are_problems_that_name_what_is_wrong() {
        store(story);
        String path = "/api/3/events/%d/live".formatted(story.number());

        assertThat(api.get("/api/3/events/999999/live").statusCode()).isEqualTo(404);
        var answer = api.get(path, "Last-Event-ID", "yesterday", "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(api.json(answer).path("detail").asString())
                .isEqualTo("'Last-Event-ID' must be a position in the feed, not 'yesterday'.");
    }

    private int anotherEvent() {
        Story other = Story.registered();
        facts.store(other.told());
        return other.number();
    }

    private int stored = 0;

    /** What was told since the last time. */
    private List<String> store(Story told) {
        List<Story.Told> news = told.told().subList(stored, told.told().size());
        stored += news.size();
        return facts.store(news);
    }
}
