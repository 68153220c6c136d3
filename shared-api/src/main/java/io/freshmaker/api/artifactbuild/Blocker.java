package io.freshmaker.api.artifactbuild;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.ComposeId;
import java.util.Locale;

/** Something that must be gone before a build starts, e.g. {@code parent:build-…}. */
public record Blocker(Kind kind, String subject) {

    /** What can block a build. */
    public enum Kind {
        PARENT,
        COMPOSE
    }

    public static Blocker parent(BuildId parent) {
        return new Blocker(Kind.PARENT, parent.value());
    }

    public static Blocker compose(ComposeId compose) {
        return new Blocker(Kind.COMPOSE, compose.value());
    }

    @JsonCreator
    static Blocker parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) throw new IllegalArgumentException("Not a blocker: " + text);
        return new Blocker(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    @Override
    @JsonValue
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + subject;
    }
}
