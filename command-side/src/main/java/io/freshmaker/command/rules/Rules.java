package io.freshmaker.command.rules;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import java.util.Optional;

/** Says what may be rebuilt (spec §8): what no allow rule matches may not, nor what a block rule matches. */
public interface Rules {
    /**
     * Why this handler may not rebuild what these criteria are about: {@code NOT_ALLOWED} or {@code BLOCKED}; empty when it may.
     * With criteria pending: why it may not rebuild any of it, whatever they are; empty when it may rebuild some.
     */
    Optional<Reason> objection(String handler, ArtifactType type, Criteria criteria);

    /** Why this handler may not rebuild the artifact: {@code NOT_ALLOWED} or {@code BLOCKED}; empty when it may. */
    default Optional<Reason> objection(String handler, Artifact artifact, Occasion occasion) {
        return objection(handler, artifact.type(), Criteria.of(artifact, occasion));
    }
}
