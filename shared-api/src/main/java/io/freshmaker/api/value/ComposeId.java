package io.freshmaker.api.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a RequestedCompose: what one Event wants of one compose. */
public record ComposeId(@JsonValue String value) {

    private static final String PREFIX = "compose-";

    @JsonCreator
    public ComposeId {
        if (!value.startsWith(PREFIX)) throw new IllegalArgumentException("Not a compose id: " + value);
    }

    /**
     * An Event asks for the same content once.
     *
     * @param content what the compose is to hold, see {@code ComposeRequest.content()}
     */
    public static ComposeId of(EventId event, String content) {
        return new ComposeId(PREFIX + UUID.nameUUIDFromBytes((event + "/" + content).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value;
    }
}
