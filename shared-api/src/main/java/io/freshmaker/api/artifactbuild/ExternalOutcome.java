package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.reason.Reason;

/** How a build ended in the build system. */
public sealed interface ExternalOutcome {

    /** Built. */
    record Built() implements ExternalOutcome {}

    /** Not built. */
    record Broken(Reason reason) implements ExternalOutcome {}

    /** Stopped there, not by us. */
    record Stopped(Reason reason) implements ExternalOutcome {}
}
