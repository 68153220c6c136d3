package io.freshmaker.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who did it, as an opaque id: facts are for ever, so no name of a person is ever in one. */
public record Actor(@JsonValue String value) {

    /** Somebody on this machine, where nobody has to log in ({@code freshmaker.auth=none}). */
    public static final Actor ANYONE = new Actor("actor-anyone");

    @JsonCreator
    public Actor {
        if (!value.startsWith("actor-")) throw new IllegalArgumentException("Not an actor id: " + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
