package io.freshmaker.api.artifactbuild;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.freshmaker.api.reason.Reason;

/** How a build ended in the build system. It travels between processes, also of two versions: the names never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExternalOutcome.Built.class, name = "built"),
    @JsonSubTypes.Type(value = ExternalOutcome.Broken.class, name = "broken"),
    @JsonSubTypes.Type(value = ExternalOutcome.Stopped.class, name = "stopped")
})
public sealed interface ExternalOutcome {

    /** Built. */
    record Built() implements ExternalOutcome {}

    /** Not built. */
    record Broken(Reason reason) implements ExternalOutcome {}

    /** Stopped there, not by us. */
    record Stopped(Reason reason) implements ExternalOutcome {}
}
