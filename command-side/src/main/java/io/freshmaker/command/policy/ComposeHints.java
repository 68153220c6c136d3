package io.freshmaker.command.policy;

import io.freshmaker.api.submission.SubmissionCommand.LookAtCompose;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes the bus' word that a compose changed its state as a reason to ask ODCS. */
@Component
class ComposeHints {

    private final Jobs jobs;
    private final LookAtComposeJob lookAtCompose;

    ComposeHints(Jobs jobs, LookAtComposeJob lookAtCompose) {
        this.jobs = jobs;
        this.lookAtCompose = lookAtCompose;
    }

    /** Whether builds wait for it. */
    @CommandHandler
    boolean handle(LookAtCompose command) {
        if (!lookAtCompose.isWanted(command.odcsId())) return false;
        jobs.store(lookAtCompose, String.valueOf(command.odcsId()));
        return true;
    }
}
