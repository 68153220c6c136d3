package io.freshmaker.command.policy;

import io.freshmaker.api.submission.SubmissionCommand.LookAtBuild;
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
    private final LookAtSubmissionJob lookAtSubmission;
    private final LookAtBuildJob lookAtBuild;
    private final LearnImageOfTaskJob learnImage;

    Hints(
            Submissions submissions,
            Jobs jobs,
            LookAtSubmissionJob lookAtSubmission,
            LookAtBuildJob lookAtBuild,
            LearnImageOfTaskJob learnImage) {
        this.submissions = submissions;
        this.jobs = jobs;
        this.lookAtSubmission = lookAtSubmission;
        this.lookAtBuild = lookAtBuild;
        this.learnImage = learnImage;
    }

    /** Whether it is one of ours, or teaches the index of images; what is built for us does so by its facts. */
    @CommandHandler
    boolean handle(LookAtSubmission command) {
        if (submissions.followed(command.system(), command.externalId()).isPresent()) {
            jobs.store(lookAtSubmission, LookAtSubmissionJob.subject(command.system(), command.externalId()));
            return true;
        }
        if (!command.builtImage() || !learnImage.isWanted()) return false;
        jobs.store(learnImage, command.externalId());
        return true;
    }

    /** Whether anybody wants to know which tags builds have. */
    @CommandHandler
    boolean handle(LookAtBuild command) {
        if (!lookAtBuild.isWanted()) return false;
        jobs.store(lookAtBuild, command.nvr());
        return true;
    }
}
