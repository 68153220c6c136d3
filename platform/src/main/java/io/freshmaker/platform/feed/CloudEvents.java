package io.freshmaker.platform.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Facts as CloudEvents 1.0 in JSON, structured mode: what the bus and the feed show. */
public class CloudEvents {

    private static final String SOURCE = "/freshmaker";

    private final ObjectMapper json;

    public CloudEvents(ObjectMapper json) {
        this.json = json;
    }

    public ObjectNode of(Fact fact) {
        ObjectNode event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", fact.id())
                .put("source", SOURCE)
                .put("type", typeOf(fact.aggregateType(), fact.type()))
                .put("subject", fact.subject())
                .put("time", fact.time().toString())
                .put("sequence", sequence(fact.position()))
                .put("datacontenttype", "application/json");
        event.set("data", data(fact));
        return event;
    }

    /** {@code <aggregate>.<DomainEvent>}, also the routing key: {@code artifactbuild.ArtifactBuildSucceeded}. */
    public static String typeOf(String aggregateType, String factType) {
        return aggregateType.toLowerCase(Locale.ROOT) + "." + factType;
    }

    /** Positions sort as text too: zero-padded to 20 digits (contract §3). */
    public static String sequence(long position) {
        return "%020d".formatted(position);
    }

    private JsonNode data(Fact fact) {
        try {
            return json.readTree(fact.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Fact " + fact.id() + " is not JSON", e);
        }
    }
}
