package io.freshmaker.api.plan;

import java.util.Arrays;
import java.util.Optional;

/** Of what a compose is made, with ODCS's numbers (spec §9.3). */
public enum ComposeType {
    /** Builds with a Koji tag. */
    TAG(1),
    /** Modules. */
    MODULE(2),
    /** Content sets. */
    PULP(4),
    /** Builds, each named. */
    BUILD(6);

    private final int id;

    ComposeType(int id) {
        this.id = id;
    }

    /** The number in ODCS. */
    public int id() {
        return id;
    }

    /** The one with that number; empty for those that we ask nobody for. */
    public static Optional<ComposeType> of(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }
}
