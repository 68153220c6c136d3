package io.freshmaker.command.policy;

import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSignedBuild;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes the bus' word that an advisory was signed or moved on as a reason to ask the Errata Tool. */
@Component
class AdvisoryHints {

    private final Jobs jobs;
    private final LookAtAdvisoryJob lookAtAdvisory;
    private final LookAtShippedAdvisoryJob lookAtShipped;
    private final LookAtSignedBuildJob lookAtSignedBuild;

    AdvisoryHints(
            Jobs jobs,
            LookAtAdvisoryJob lookAtAdvisory,
            LookAtShippedAdvisoryJob lookAtShipped,
            LookAtSignedBuildJob lookAtSignedBuild) {
        this.jobs = jobs;
        this.lookAtAdvisory = lookAtAdvisory;
        this.lookAtShipped = lookAtShipped;
        this.lookAtSignedBuild = lookAtSignedBuild;
    }

    /** Whether anybody wants to know of an advisory in that state. */
    @CommandHandler
    boolean handle(LookAtAdvisory command) {
        if (command.state().equals(AdvisoryReady.SHIPPED)) return handleShipped(command.advisory());
        if (!lookAtAdvisory.isWanted(command.state())) return false;
        jobs.store(lookAtAdvisory, LookAtAdvisoryJob.subject(command.advisory(), command.state()));
        return true;
    }

    /** Whether bundles may be rebuilt for it. */
    private boolean handleShipped(long advisory) {
        if (!lookAtShipped.isWanted()) return false;
        jobs.store(lookAtShipped, LookAtShippedAdvisoryJob.subject(advisory));
        return true;
    }

    /** Whether anybody wants to know of advisories before they are shipped. */
    @CommandHandler
    boolean handle(LookAtSignedBuild command) {
        if (!lookAtAdvisory.isWanted()) return false;
        jobs.store(lookAtSignedBuild, command.nvr());
        return true;
    }
}
