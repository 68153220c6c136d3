package io.freshmaker.query.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class ChainResourceIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Test
    void events_that_led_to_each_other_are_one_tree_whichever_is_asked_about() {
        Story first = Story.registered().with("a").planned();
        Story second = Story.registered().because(first, "a", "b").planned();
        Story third = Story.registered().because(second, "b", "c").planned();
        Story beside = Story.registered().because(first, "a", "d").planned();
        Story stranger = Story.registered().with("x").planned();
        for (Story story : new Story[] {first, second, third, beside, stranger}) facts.store(story.told());

        for (Story asked : new Story[] {first, second, third, beside}) {
            JsonNode chain = api.json("/api/3/events/" + asked.number() + "/chain");
            assertThat(chain.path("events")
                            .valueStream()
                            .map(event -> event.path("id").asInt()))
                    .containsExactly(first.number(), second.number(), third.number(), beside.number());
            assertThat(chain.path("links").toString())
                    .isEqualTo("[%s,%s,%s]"
                            .formatted(
                                    link(first, "a", second, "b"),
                                    link(second, "b", third, "c"),
                                    link(first, "a", beside, "d")));
        }
        JsonNode alone = api.json("/api/3/events/" + stranger.number() + "/chain");
        assertThat(alone.path("events")).hasSize(1);
        assertThat(alone.path("links")).isEmpty();
        assertThat(api.json("/api/1/builds/" + third.build("c"))
                        .path("dep_on_id")
                        .asInt())
                .isEqualTo(second.build("b"));
    }

    private static String link(Story from, String cause, Story to, String build) {
        return "{\"from_event\":%d,\"from_build\":%d,\"to_event\":%d,\"to_build\":%d}"
                .formatted(from.number(), from.build(cause), to.number(), to.build(build));
    }
}
