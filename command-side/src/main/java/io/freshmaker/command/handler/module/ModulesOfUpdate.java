package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.rpm.OwnRebuilds;
import io.freshmaker.command.handler.rpm.OwnRebuilds.Rebuild;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.Modules;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Modules that have, from one branch, the package of one of some builds among their components (contract §5). One that our own Event rebuilds
 * after that build is left to it.
 */
record ModulesOfUpdate(Modules modules, OwnRebuilds ownRebuilds) {

    /** @param update what people call these builds together */
    RebuildPlan plan(String update, List<String> builds, String branch, Draft draft) {
        for (String build : builds) {
            String rpm = new Nvr(build).name();
            Reason reason = new Reason(ReasonCode.RPM_UPDATED, Map.of("update", update, "rpm", rpm, "updated", build));
            List<KnownModule> found = modules.containing(rpm, branch);
            Optional<Rebuild> ours = found.isEmpty() ? Optional.empty() : ownRebuilds.of(new Nvr(build), branch);
            for (KnownModule module : found) {
                ours.filter(rebuild -> rebuild.plan().contains(module.artifact().key()))
                        .ifPresentOrElse(
                                rebuild -> draft.decline(module.artifact(), rebuild.reason(new Nvr(build))),
                                () -> draft.consider(CandidateModules.affected(module, reason)));
            }
        }
        return draft.finished();
    }
}
