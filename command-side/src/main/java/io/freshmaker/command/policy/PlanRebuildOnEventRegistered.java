package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When something changed, has it worked out what to rebuild. */
@Component
@ProcessingGroup(PlanRebuildOnEventRegistered.GROUP)
@DisallowReplay
public class PlanRebuildOnEventRegistered {

    public static final String GROUP = "policy-plan-rebuild";

    private final Jobs jobs;
    private final PlanRebuildJob job;

    PlanRebuildOnEventRegistered(Jobs jobs, PlanRebuildJob job) {
        this.jobs = jobs;
        this.job = job;
    }

    @EventHandler
    void react(EventRegistered fact) {
        jobs.store(job, fact.eventId().value());
    }
}
