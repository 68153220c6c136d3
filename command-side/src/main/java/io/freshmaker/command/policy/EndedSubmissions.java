package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.submission.Submission;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a build system about submissions, and takes what it says of their ends to the builds. One that fails stops no other. */
@Component
class EndedSubmissions {

    private final Placed placed;
    private final Commands commands;

    EndedSubmissions(Placed placed, Commands commands) {
        this.placed = placed;
        this.commands = commands;
    }

    void report(BuildSystem system, List<Submission> submissions) {
        if (submissions.isEmpty()) return;
        Map<String, ExternalOutcome> ended =
                system.ended(submissions.stream().map(Submission::externalId).toList());
        @Nullable RuntimeException failure = null;
        for (Submission submission : submissions) {
            ExternalOutcome outcome = ended.get(submission.externalId());
            if (outcome == null) continue;
            try {
                report(system, submission, outcome);
            } catch (RuntimeException e) {
                if (failure == null) failure = e;
                else failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
    }

    private void report(BuildSystem system, Submission submission, ExternalOutcome outcome) {
        commands.send(new ReportExternalBuild(submission.build(), submission.externalId(), outcome));
        placed.leave(system, submission);
    }
}
