package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import io.freshmaker.command.port.Advisory;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Rebuilds the images that lack what an advisory fixes, prepared and in order (spec §5.2). Rules are asked as soon as there is
 * something to ask about, for what the advisory ships takes many questions outside.
 */
@Component
record RebuildImagesOnRPMAdvisoryChange(AdvisorySystems systems, ImagesOfAdvisory images)
        implements RebuildHandler<AdvisoryReady> {

    @Override
    public Class<AdvisoryReady> trigger() {
        return AdvisoryReady.class;
    }

    @Override
    public RebuildPlan plan(AdvisoryReady trigger, Draft draft) {
        String number = trigger.searchKey();
        Optional<Advisory> found = systems.advisories().find(trigger.advisory());
        if (found.isEmpty()) return nothing(ReasonCode.UNKNOWN_ADVISORY, Map.of("advisory", number));
        Advisory advisory = found.get().in(trigger.state()); // what is looked up may be older than the message
        if (!advisory.hasRpms()) {
            String types = String.join(" ", advisory.contentTypes());
            return nothing(ReasonCode.ADVISORY_HAS_NO_RPMS, Map.of("advisory", number, "content_types", types));
        }
        RulesOnAdvisory rules = new RulesOnAdvisory(advisory, draft);
        return rules.objection().map(RebuildPlan::nothing).orElseGet(() -> images.plan(advisory, rules, draft));
    }

    private static RebuildPlan nothing(ReasonCode why, Map<String, String> facts) {
        return RebuildPlan.nothing(new Reason(why, facts));
    }
}
