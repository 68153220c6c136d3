package io.freshmaker.command.policy;

import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.command.submission.Submissions;
import io.freshmaker.platform.job.Jobs;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes the bus' word that something has changed outside as a reason to ask there, never as the change itself. */
@Component
class Hints {

    private final Submissions submissions;
    private final Jobs jobs;
    private final LookAtSubmissionJob look;

    Hints(Submissions submissions, Jobs jobs, LookAtSubmissionJob look) {
        this.submissions = submissions;
        this.jobs = jobs;
        this.look = look;
    }

    /** Whether it is one of ours. */
    @CommandHandler
    boolean handle(LookAtSubmission command) {
        if (submissions.followed(command.system(), command.externalId()).isEmpty()) return false;
        jobs.store(look, LookAtSubmissionJob.subject(command.system(), command.externalId()));
        return true;
    }
}
