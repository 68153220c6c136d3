package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.port.Modules;
import java.util.List;
import java.util.Map;

/** Modules that have, from one branch, the package of one of some builds among their components (contract §5). */
record ModulesOfUpdate(Modules modules) {

    /** @param update what people call these builds together */
    RebuildPlan plan(String update, List<String> builds, String branch, Draft draft) {
        for (String build : builds) {
            String rpm = new Nvr(build).name();
            Reason reason = new Reason(ReasonCode.RPM_UPDATED, Map.of("update", update, "rpm", rpm, "updated", build));
            modules.containing(rpm, branch)
                    .forEach(module -> draft.consider(CandidateModules.affected(module, reason)));
        }
        return draft.finished();
    }
}
