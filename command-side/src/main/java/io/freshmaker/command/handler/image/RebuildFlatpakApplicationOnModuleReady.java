package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.AdvisoryTrigger;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import org.springframework.stereotype.Component;

/** Rebuilds the Flatpak applications, or those that somebody names, that are released with a module of an advisory that is ready for them (spec §5.6). */
@Component
record RebuildFlatpakApplicationOnModuleReady(AdvisorySystems systems, FlatpaksOfAdvisory flatpaks)
        implements RebuildHandler<AdvisoryTrigger> {

    @Override
    public Class<AdvisoryTrigger> trigger() {
        return AdvisoryTrigger.class;
    }

    @Override
    public boolean looksAt(EventType type) {
        return type == EventType.FlatpakModuleAdvisoryReadyEvent
                || type == EventType.FlatpakApplicationManualBuildEvent;
    }

    @Override
    public RebuildPlan plan(AdvisoryTrigger trigger, Draft draft) {
        return systems.advisories()
                .find(trigger.advisory())
                .map(advisory -> flatpaks.plan(advisory, Wish.of(trigger), draft))
                .orElseGet(() ->
                        RebuildPlan.nothing(Reason.of(ReasonCode.UNKNOWN_ADVISORY, "advisory", trigger.searchKey())));
    }
}
