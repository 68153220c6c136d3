package io.freshmaker.command.adapter.process;

import io.freshmaker.command.port.HeardReports;
import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.platform.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** One process builder, as in one process. Frozen, it hears nothing from PostgreSQL until it is thawed;
 * cut off, it hears that there is none. */
final class ProcessHouse extends DelegatingDataSource implements AutoCloseable {

    static final Duration USUAL_LEASE = Duration.ofSeconds(25);

    final HeardReports reports = new HeardReports();
    final ProcessBuildSystem system;
    private volatile boolean cutOff;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    ProcessHouse(TestDatabase database, Path data, List<String> command) {
        this(database, data, command, 2, USUAL_LEASE);
    }

    ProcessHouse(TestDatabase database, Path data, List<String> command, int parallel, Duration lease) {
        super(database.dataSource());
        JdbcClient sql = JdbcClient.create(this);
        ProcessBuilderSettings.Commands none = new ProcessBuilderSettings.Commands(null, null, null, null);
        system = new ProcessBuildSystem(
                sql,
                reports,
                new BuildLogs(sql),
                new BuildFolders(data),
                new ProcessBuilderSettings(command, none, parallel, lease),
                Clock.systemUTC());
    }

    ProcessHouse started() {
        system.start();
        return this;
    }

    void freeze() {
        gate = new CountDownLatch(1);
    }

    void thaw() {
        gate.countDown();
    }

    void cutOff(boolean cutOff) {
        this.cutOff = cutOff;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
        if (cutOff) throw new SQLException("The connection was refused, says the test");
        return super.getConnection();
    }

    @Override
    public void close() {
        thaw();
        system.stop();
    }
}
