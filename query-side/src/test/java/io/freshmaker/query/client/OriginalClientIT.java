package io.freshmaker.query.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A client of the original finds with ours what it found with the original. */
@RunningQuerySide
class OriginalClientIT {

    private static final String FEW = "2";

    @Autowired
    Api api;

    @Autowired
    Facts facts;

    private final Story story = Story.registered()
            .with("client-base")
            .with("client-tool", "client-base")
            .with("client-app", "client-tool")
            .with("client-other", "client-base")
            .with("client-alone")
            .planned();

    @BeforeEach
    void some_builds_have_ended() {
        facts.store(story.started("client-base", "1001")
                .done("client-base")
                .started("client-tool", "1002")
                .failed("client-tool", "client-tool")
                .failed("client-app", "client-tool")
                .told());
    }

    @Test
    void events_are_found_by_search_key() {
        List<JsonNode> events = client().events(Map.of("search_key", story.searchKey(), "per_page", "1"));

        assertThat(numbers(events)).containsExactly(story.number());
        assertThat(events.getFirst().path("builds_summary").toString())
                .isEqualTo("{\"DONE\":1,\"FAILED\":2,\"PLANNED\":2,\"total\":5}");
    }

    @Test
    void builds_are_found_by_nvr_and_each_page_leads_to_the_next() {
        OriginalClient client = client();
        String event = String.valueOf(story.number());

        assertThat(numbers(client.builds(Map.of("event_id", event, "original_nvr", "client-tool-1-1"))))
                .containsExactly(story.build("client-tool"));
        assertThat(numbers(client.builds(Map.of("event_id", event, "rebuilt_nvr", "client-base-1-1.1785578400"))))
                .containsExactly(story.build("client-base"));
        assertThat(numbers(client.builds(Map.of("event_id", event, "per_page", FEW, "order_by", "id"))))
                .containsExactly(
                        story.build("client-base"),
                        story.build("client-tool"),
                        story.build("client-app"),
                        story.build("client-other"),
                        story.build("client-alone"));
        assertThat(client.events(Map.of("state", "building", "per_page", FEW)))
                .hasSameSizeAs(client.events(Map.of("state", "1", "per_page", "1000")));
    }

    @Test
    void what_an_event_rebuilds_is_drawn_as_a_tree_by_dep_on() {
        assertThat(client().tree(story.number())).isEqualTo("""
            client-base DONE
              client-tool FAILED
                client-app FAILED
              client-other PLANNED
            client-alone PLANNED
            """);
    }

    private OriginalClient client() {
        return new OriginalClient(api.port());
    }

    private static List<Integer> numbers(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asInt()).toList();
    }
}
