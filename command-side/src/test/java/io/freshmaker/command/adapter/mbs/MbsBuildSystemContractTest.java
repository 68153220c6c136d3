package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuildSystemContract;
import io.freshmaker.command.port.HeardReports;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class MbsBuildSystemContractTest extends BuildSystemContract {

    private final FakeMbs mbs = new FakeMbs();
    private final HeardReports reports = new HeardReports();
    private final MbsBuildSystem system = MbsWorld.builder(mbs.url(), new MemoryDistGit());

    @AfterEach
    void close() {
        mbs.close();
    }

    @Override
    protected BuildSystem system() {
        return system;
    }

    @Override
    protected HeardReports reports() {
        return reports;
    }

    @Override
    protected BuildRequest request(int number) {
        return BuildRequests.module(number);
    }

    /** It does not report by itself: somebody asks. */
    @Override
    protected void end(BuildRequest request, boolean well) {
        String id = system.find(request).orElseThrow();
        mbs.becomes(id, well ? "ready" : "failed", well ? null : "Component(s) shelf failed to build.");
        system.ended(List.of(id)).values().forEach(outcome -> reports.ended(request.build(), outcome));
    }
}
