package io.freshmaker.command.port;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.value.BuildId;

/** Is told how builds ended. Telling it twice does no harm; when it throws, tell it again later. */
public interface BuildReports {

    void ended(BuildId build, ExternalOutcome outcome);
}
