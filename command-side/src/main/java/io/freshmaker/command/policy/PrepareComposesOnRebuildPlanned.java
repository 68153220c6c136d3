package io.freshmaker.command.policy;

import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When builds need composes, has them asked for; when their Event is over, waits no more. */
@Component
@ProcessingGroup(PrepareComposesOnRebuildPlanned.GROUP)
@DisallowReplay
public class PrepareComposesOnRebuildPlanned {

    public static final String GROUP = "policy-prepare-composes";

    private final Jobs jobs;
    private final RequestComposesJob request;
    private final PrepareComposeJob prepare;
    private final ComposeUses uses;

    PrepareComposesOnRebuildPlanned(
            Jobs jobs, RequestComposesJob request, PrepareComposeJob prepare, ComposeUses uses) {
        this.jobs = jobs;
        this.request = request;
        this.prepare = prepare;
        this.uses = uses;
    }

    /** Most plans need none. */
    @EventHandler
    void react(RebuildPlanned fact) {
        boolean needsSome = fact.builds().stream()
                .anyMatch(build -> !build.preparation().composes().isEmpty());
        if (needsSome) jobs.store(request, fact.eventId().value());
    }

    @EventHandler
    void react(ComposeRequested fact) {
        uses.want(fact);
        jobs.store(prepare, fact.composeId().value());
    }

    /** The composes themselves are left: others may share them. */
    @EventHandler
    void react(EventCanceled fact) {
        uses.leave(fact.eventId());
    }

    @EventHandler
    void react(EventCompleted fact) {
        uses.leave(fact.eventId());
    }
}
