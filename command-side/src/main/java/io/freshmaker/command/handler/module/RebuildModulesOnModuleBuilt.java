package io.freshmaker.command.handler.module;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Modules;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Rebuilds the modules that are built with a module of which there is a new build, but none twice in one chain (spec §6.1). */
@Component
record RebuildModulesOnModuleBuilt(Modules modules, ModuleChains chains) implements RebuildHandler<ModuleBuilt> {
    @Override
    public Class<ModuleBuilt> trigger() {
        return ModuleBuilt.class;
    }

    @Override
    public RebuildPlan plan(ModuleBuilt trigger, Draft draft) {
        ModuleChain chain = chains.to(trigger);
        for (var module : modules.builtWith(trigger.module(), trigger.stream())) {
            chain.cycleThrough(module.artifact().key())
                    .ifPresentOrElse(
                            cycle -> draft.decline(
                                    module.artifact(), Reason.of(ReasonCode.MODULE_CYCLE, "cycle", cycle)),
                            () -> draft.consider(CandidateModules.affected(module, reason(trigger, chain))));
        }
        return draft.finished();
    }

    private static Reason reason(ModuleBuilt trigger, ModuleChain chain) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "module", trigger.module(), "stream", trigger.stream(), "built", String.valueOf(trigger.build())));
        chain.last().ifPresent(cause -> {
            facts.put("cause", cause.build().value());
            facts.put("cause_id", String.valueOf(cause.number()));
            facts.put("cause_name", cause.name());
            facts.put("cause_event", String.valueOf(cause.eventNumber()));
        });
        return new Reason(ReasonCode.MODULE_BUILT, facts);
    }
}
