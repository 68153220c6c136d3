package io.freshmaker.command.rules;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.reason.Reason;
import java.util.Optional;

/** Says what may be rebuilt (spec §8): what no allow rule matches may not, nor what a block rule matches. */
public interface Rules {
    /**
     * Why this handler may not rebuild the artifact: {@code NOT_ALLOWED} or {@code BLOCKED}; empty when it may.
     *
     * @param dryRun whether nothing is to be built; a rule may allow only that
     */
    Optional<Reason> objection(String handler, Artifact artifact, boolean dryRun);
}
