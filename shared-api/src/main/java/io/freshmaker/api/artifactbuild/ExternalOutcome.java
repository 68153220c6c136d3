package io.freshmaker.api.artifactbuild;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.freshmaker.api.reason.Reason;
import org.jspecify.annotations.Nullable;

/** How a build ended in the build system. It travels between processes, also of two versions: the names never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExternalOutcome.Built.class, name = "built"),
    @JsonSubTypes.Type(value = ExternalOutcome.Broken.class, name = "broken"),
    @JsonSubTypes.Type(value = ExternalOutcome.Stopped.class, name = "stopped")
})
public sealed interface ExternalOutcome {

    /** Built, as {@code nvr} where the build system says so. */
    record Built(@Nullable String nvr) implements ExternalOutcome {

        public Built() {
            this(null);
        }
    }

    /** Not built; {@code again}: the same asked for once more may succeed. */
    record Broken(Reason reason, boolean again) implements ExternalOutcome {

        public Broken(Reason reason) {
            this(reason, false);
        }
    }

    /** Stopped there, not by us. */
    record Stopped(Reason reason) implements ExternalOutcome {}
}
