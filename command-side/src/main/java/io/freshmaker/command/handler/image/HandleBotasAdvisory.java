package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.AdvisoryTrigger;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Advisory;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the operator bundles that refer to images which an advisory ships anew, or those that somebody names, so that they refer to
 * those (spec §5.7, §7.9).
 */
@Component
record HandleBotasAdvisory(AdvisorySystems systems, BundlesOfAdvisory bundles)
        implements RebuildHandler<AdvisoryTrigger> {

    @Override
    public Class<AdvisoryTrigger> trigger() {
        return AdvisoryTrigger.class;
    }

    @Override
    public boolean looksAt(EventType type) {
        return type == EventType.BotasErrataShippedEvent || type == EventType.ManualBundleRebuildEvent;
    }

    @Override
    public RebuildPlan plan(AdvisoryTrigger trigger, Draft draft) {
        String number = trigger.searchKey();
        Optional<Advisory> found = systems.advisories().find(trigger.advisory());
        if (found.isEmpty()) return nothing(ReasonCode.UNKNOWN_ADVISORY, Map.of("advisory", number));
        Advisory advisory = found.get().in(AdvisoryReady.SHIPPED); // what is looked up may be older than the message
        if (!advisory.hasImages()) {
            String types = String.join(" ", advisory.contentTypes());
            return nothing(ReasonCode.ADVISORY_HAS_NO_IMAGES, Map.of("advisory", number, "content_types", types));
        }
        RulesOnAdvisory rules = new RulesOnAdvisory(advisory, draft);
        return rules.objection()
                .map(RebuildPlan::nothing)
                .orElseGet(() -> bundles.plan(advisory, Wish.of(trigger), rules, draft));
    }

    private static RebuildPlan nothing(ReasonCode why, Map<String, String> facts) {
        return RebuildPlan.nothing(new Reason(why, facts));
    }
}
