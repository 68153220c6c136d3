package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuildSystemContract;
import io.freshmaker.command.port.HeardReports;
import io.freshmaker.command.port.MemoryDistGit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Koji as the jobs use it, with packages. */
class KojiPackagesContractTest extends BuildSystemContract {

    private final FakeKojiHub hub = new FakeKojiHub();
    private final MemoryDistGit git = new MemoryDistGit();
    private final KojiBuildSystem koji = Kojis.system(hub.url(), git);
    private final HeardReports reports = new HeardReports();

    @BeforeEach
    void push() {
        git.write("rpms/shelf", "f42", "shelf.spec", "Release: 1%{?dist}\n");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Override
    protected BuildRequest request(int number) {
        Source source = new Source("rpms/shelf", "f42", null, "f42-candidate");
        return BuildRequests.of(number, Artifact.rpm("shelf", source));
    }

    @Override
    protected BuildSystem system() {
        return new LooksFirst(koji);
    }

    @Override
    protected HeardReports reports() {
        BuildRequest request = request(11);
        koji.find(request)
                .ifPresent(id ->
                        koji.ended(List.of(id)).values().forEach(outcome -> reports.ended(request.build(), outcome)));
        return reports;
    }

    @Override
    protected void end(BuildRequest request, boolean well) {
        long task = Long.parseLong(koji.find(request).orElseThrow());
        if (well) hub.closePackage(task, "shelf-1-2.fc42");
        else hub.fail(task, "error building package");
    }
}
