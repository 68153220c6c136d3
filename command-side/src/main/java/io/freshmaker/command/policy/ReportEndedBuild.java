package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildReports;
import io.freshmaker.platform.command.Commands;
import org.springframework.stereotype.Component;

/** Takes what a build system says of a build's end to the build. */
@Component
class ReportEndedBuild implements BuildReports {

    private final Commands commands;

    ReportEndedBuild(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void ended(BuildId build, ExternalOutcome outcome) {
        commands.send(new ReportExternalBuild(build, outcome));
    }
}
