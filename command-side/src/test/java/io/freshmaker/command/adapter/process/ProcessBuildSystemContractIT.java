package io.freshmaker.command.adapter.process;

import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuildSystemContract;
import io.freshmaker.command.port.HeardReports;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ProcessBuildSystemContractIT extends BuildSystemContract {

    private final TestDatabase database = TestPostgres.fresh();
    private final Programs programs;
    private final ProcessHouse house;

    ProcessBuildSystemContractIT(@TempDir Path data, @TempDir Path signs) {
        programs = new Programs(signs);
        house = new ProcessHouse(database, data, programs.untilEnded());
    }

    @BeforeEach
    void start() {
        house.started();
    }

    @AfterEach
    void close() {
        house.close();
        database.close();
    }

    @Override
    protected BuildSystem system() {
        return house.system;
    }

    @Override
    protected HeardReports reports() {
        return house.reports;
    }

    @Override
    protected void end(BuildRequest request, boolean well) {
        programs.end(request.buildNumber(), well ? 0 : 1);
    }
}
