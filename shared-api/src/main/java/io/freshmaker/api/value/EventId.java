package io.freshmaker.api.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies an Event: one case of "something changed, rebuild". */
public record EventId(@JsonValue String value) {

    private static final String PREFIX = "event-";

    @JsonCreator
    public EventId {
        if (!value.startsWith(PREFIX)) throw new IllegalArgumentException("Not an event id: " + value);
    }

    /** The same text always yields the same id, so what is heard twice is harmless. Triggers make theirs with it. */
    public static EventId ofMessage(String messageId) {
        return new EventId(PREFIX + UUID.nameUUIDFromBytes(messageId.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value; // Axon stores toString() as the aggregate identifier
    }
}
