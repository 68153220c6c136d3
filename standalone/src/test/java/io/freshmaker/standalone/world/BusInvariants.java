package io.freshmaker.standalone.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.feed.Feed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold of what was published: every fact, in order per Event, and again only with the same id and position. */
public final class BusInvariants {

    private final Feed feed;
    private final List<JsonNode> published;

    public BusInvariants(Feed feed, List<JsonNode> published) {
        this.feed = feed;
        this.published = published;
    }

    public void hold() {
        Map<String, String> positions = new LinkedHashMap<>();
        Map<String, String> lastOfEvent = new HashMap<>();
        for (JsonNode fact : published) {
            String id = fact.path("id").asText();
            String position = fact.path("sequence").asText();
            String first = positions.putIfAbsent(id, position);
            if (first != null) {
                assertThat(position).as("position of fact %s, told again", id).isEqualTo(first);
                continue;
            }
            String event = fact.path("data").path("eventId").asText();
            String last = lastOfEvent.put(event, position);
            if (last != null)
                assertThat(position).as("position after that in %s", event).isGreaterThan(last);
        }
        assertThat(positions.keySet()).as("published facts").containsExactlyInAnyOrderElementsOf(ids());
    }

    private List<String> ids() {
        return feed.after(0, Integer.MAX_VALUE).stream().map(Fact::id).toList();
    }
}
