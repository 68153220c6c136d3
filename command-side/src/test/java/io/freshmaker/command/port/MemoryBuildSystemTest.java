package io.freshmaker.command.port;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;

class MemoryBuildSystemTest extends BuildSystemContract {

    private final HeardReports reports = new HeardReports();
    private final MemoryBuildSystem system = new MemoryBuildSystem(reports);

    @Override
    protected BuildSystem system() {
        return system;
    }

    @Override
    protected HeardReports reports() {
        return reports;
    }

    @Override
    protected void end(BuildRequest request, boolean well) {
        Reason broken = Reason.of(ReasonCode.BUILD_FAILED, "status", "1");
        system.end(request.build(), well ? new ExternalOutcome.Built() : new ExternalOutcome.Broken(broken));
    }
}
