package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.FlatpakModuleReady;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import org.springframework.stereotype.Component;

/** Rebuilds the Flatpak applications that are released with a module of an advisory that is ready for them (spec §5.6). */
@Component
record RebuildFlatpakApplicationOnModuleReady(AdvisorySystems systems, FlatpaksOfAdvisory flatpaks)
        implements RebuildHandler<FlatpakModuleReady> {

    @Override
    public Class<FlatpakModuleReady> trigger() {
        return FlatpakModuleReady.class;
    }

    @Override
    public RebuildPlan plan(FlatpakModuleReady trigger, Draft draft) {
        return systems.advisories()
                .find(trigger.advisory())
                .map(advisory -> flatpaks.plan(advisory, draft))
                .orElseGet(() ->
                        RebuildPlan.nothing(Reason.of(ReasonCode.UNKNOWN_ADVISORY, "advisory", trigger.searchKey())));
    }
}
