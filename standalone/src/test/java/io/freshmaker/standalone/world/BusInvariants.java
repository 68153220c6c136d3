package io.freshmaker.standalone.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.feed.Feed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must hold of what was published: every fact, in order, and again only with the same id and position. */
final class BusInvariants {

    private final Feed feed;
    private final List<JsonNode> published;

    BusInvariants(Feed feed, List<JsonNode> published) {
        this.feed = feed;
        this.published = published;
    }

    void hold() {
        Map<String, String> firstSequences = new LinkedHashMap<>();
        for (JsonNode event : published) {
            String id = event.path("id").asText();
            String sequence = event.path("sequence").asText();
            String first = firstSequences.putIfAbsent(id, sequence);
            if (first != null)
                assertThat(sequence).as("position of fact %s, told again", id).isEqualTo(first);
        }
        assertThat(firstSequences.keySet()).as("published facts, in order").containsExactlyElementsOf(ids());
        assertThat(new ArrayList<>(firstSequences.values()))
                .as("their positions")
                .isSorted();
    }

    private List<String> ids() {
        return feed.after(0, Integer.MAX_VALUE).stream().map(Fact::id).toList();
    }
}
