package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.command.port.KnownModule;
import java.util.List;

/** Modules that contain what changed. */
final class CandidateModules {
    private CandidateModules() {}

    /** Directly affected, and built after those modules of the same plan that it is built with. */
    static PlannedArtifact affected(KnownModule module, Reason reason) {
        return PlannedArtifact.directly(module.artifact(), reason).after(module.requiredKeys(), List.of());
    }
}
