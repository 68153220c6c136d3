package io.freshmaker.api.leftover;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Identifies something that is left over, e.g. {@code parked-7}, {@code letter-0b0f5a3e-…}, {@code job-12}. */
public record LeftoverId(@JsonValue String value) {

    /** What it is; the first part of an id. Stored, so never changed. */
    public enum Kind {
        /** A broken message; its number is that of its row in {@code incoming_message}. */
        PARKED_MESSAGE("parked-", "Message"),
        /** A fact that a policy failed at. */
        DEAD_LETTER("letter-", "Dead letter"),
        /** A job that failed. */
        FAILED_JOB("job-", "Job");

        private final String prefix;
        private final String word;

        Kind(String prefix, String word) {
            this.prefix = prefix;
            this.word = word;
        }

        public LeftoverId of(Object key) {
            return new LeftoverId(prefix + key);
        }
    }

    @JsonCreator
    public LeftoverId {
        if (kindOf(value).isEmpty()) throw new IllegalArgumentException("Not an id of a leftover: " + value);
    }

    public Kind kind() {
        return kindOf(value).orElseThrow();
    }

    /** What its owner knows it by: the number of a message or job, the id of a dead letter. */
    public String key() {
        return value.substring(kind().prefix.length());
    }

    /** As people are told of it, e.g. {@code Message 7}. */
    public String name() {
        return kind().word + " " + key();
    }

    @Override
    public String toString() {
        return value; // Axon stores toString() as the aggregate identifier
    }

    private static Optional<Kind> kindOf(String value) {
        return Arrays.stream(Kind.values())
                .filter(kind -> value.startsWith(kind.prefix) && value.length() > kind.prefix.length())
                .findFirst();
    }
}
