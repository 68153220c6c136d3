package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.FollowUp;
import io.freshmaker.command.handler.RebuildPath;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.Modules;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Rebuilds the modules that have a package which the plan rebuilds among their components, after all of these packages. */
@Component
@Order(1)
record RebuildModulesWithPackages(Modules modules) implements FollowUp {

    @Override
    public RebuildPlan after(RebuildPlan plan, Draft draft) {
        FollowUp.containing(plan, ArtifactType.RPM, this::modulesWith)
                .forEach((module, rpms) -> draft.consider(following(module, rpms)));
        return draft.finished();
    }

    private List<KnownModule> modulesWith(Artifact rpm) {
        return modules.containing(rpm.name(), rpm.source().branch());
    }

    private static PlannedArtifact following(KnownModule module, List<Artifact> rpms) {
        RebuildPath path = RebuildPath.from(rpms.getFirst().name()).to(module.name() + ":" + module.stream());
        List<ArtifactKey> parents = new ArrayList<>(module.requiredKeys());
        rpms.forEach(rpm -> parents.add(rpm.key()));
        return PlannedArtifact.dependent(
                        module.artifact(), Reason.of(ReasonCode.PARENT_REBUILT, "path", path.toString()))
                .after(parents, List.of());
    }
}
