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
 * Rebuilds the images that lack what an advisory fixes, or those that somebody wants, prepared and in order (spec §5.2). Rules are asked as soon as there is
 * something to ask about, for what the advisory ships takes many questions outside.
 */
@Component
record RebuildImagesOnRPMAdvisoryChange(AdvisorySystems systems, ImagesOfAdvisory images)
        implements RebuildHandler<AdvisoryTrigger> {

    @Override
    public Class<AdvisoryTrigger> trigger() {
        return AdvisoryTrigger.class;
    }

    /** What is about bundles or Flatpaks is for others. */
    @Override
    public boolean looksAt(EventType type) {
        return type == EventType.ErrataRPMAdvisoryShippedEvent || type == EventType.ManualRebuildWithAdvisoryEvent;
    }

    @Override
    public RebuildPlan plan(AdvisoryTrigger trigger, Draft draft) {
        String number = trigger.searchKey();
        Optional<Advisory> found = systems.advisories().find(trigger.advisory());
        if (found.isEmpty()) return nothing(ReasonCode.UNKNOWN_ADVISORY, Map.of("advisory", number));
        Advisory advisory = as(trigger, found.get());
        if (!advisory.hasRpms()) {
            String types = String.join(" ", advisory.contentTypes());
            return nothing(ReasonCode.ADVISORY_HAS_NO_RPMS, Map.of("advisory", number, "content_types", types));
        }
        RulesOnAdvisory rules = new RulesOnAdvisory(advisory, draft);
        return rules.objection()
                .map(RebuildPlan::nothing)
                .orElseGet(() -> images.plan(advisory, Wish.of(trigger), rules, draft));
    }

    /** What is looked up may be older than the message. */
    private static Advisory as(AdvisoryTrigger trigger, Advisory found) {
        return trigger instanceof AdvisoryReady ready ? found.in(ready.state()) : found;
    }

    private static RebuildPlan nothing(ReasonCode why, Map<String, String> facts) {
        return RebuildPlan.nothing(new Reason(why, facts));
    }
}
