package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import org.jspecify.annotations.Nullable;

/** A fact after which a blocker will never go: what it blocks ends in the same way. */
public interface BlockerStuck {

    /** What stays. */
    Blocker blocker();

    /** The build where it began; null where each blocked build fails by itself. */
    @Nullable
    Culprit culprit();

    /** Why the blocked build ends. */
    default Reason consequence() {
        Culprit culprit = culprit();
        return Reason.of(ReasonCode.DEPENDENCY_FAILED, "culprit", culprit == null ? "" : culprit.artifact());
    }

    /** How the blocked build ends. */
    BuildState end();
}
