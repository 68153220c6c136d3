package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuildSystemContract;
import io.freshmaker.command.port.HeardReports;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Koji as the jobs use it: they look for an earlier submission first, and ask for the ends of all that is going on. */
class KojiBuildSystemContractTest extends BuildSystemContract {

    private final FakeKojiHub hub = new FakeKojiHub();
    private final KojiBuildSystem koji = Kojis.system(hub.url());
    private final HeardReports reports = new HeardReports();

    @AfterEach
    void close() {
        hub.close();
    }

    @Override
    protected BuildSystem system() {
        return new LooksFirst(koji);
    }

    @Override
    protected HeardReports reports() {
        koji.find(request(11))
                .ifPresent(id -> koji.ended(List.of(id))
                        .values()
                        .forEach(outcome -> reports.ended(request(11).build(), outcome)));
        return reports;
    }

    @Override
    protected void end(BuildRequest request, boolean well) {
        long task = Long.parseLong(koji.find(request).orElseThrow());
        if (well) hub.close(task);
        else hub.fail(task, "image build failed, see logs");
    }
}
