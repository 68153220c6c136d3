package io.freshmaker.command.adapter.process;

import io.freshmaker.command.port.BuildReports;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.log.BuildLogs;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Builds by running a program (contract §6): remembers what is asked for in PostgreSQL, where every process that runs this
 * takes its share from. A build's id here is its integer id of the API.
 */
final class ProcessBuildSystem implements BuildSystem, SmartLifecycle {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TELLINGS = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    private final RunStore store;
    private final Runner runner;
    private final Pulse starting;
    private final Pulse renewing;
    private final Pulse telling;
    private volatile boolean running;

    ProcessBuildSystem(
            JdbcClient sql,
            BuildReports reports,
            BuildLogs logs,
            BuildFolders folders,
            ProcessBuilderSettings settings,
            Clock clock) {
        store = new RunStore(sql, settings.lease());
        runner = new Runner(store, logs, folders, settings, clock, this::placeFree);
        EndedRuns ended = new EndedRuns(sql, reports, BETWEEN_TELLINGS);
        starting = new Pulse("start builds", BETWEEN_LOOKS, runner::startQueued);
        renewing = new Pulse("renew leases", BETWEEN_LOOKS, runner::renew);
        telling = new Pulse("tell how builds ended", BETWEEN_TELLINGS, ended::tellAll);
    }

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String submit(BuildRequest request) {
        Map<String, String> environment = BuildEnvironment.of(request);
        String id = answered(() -> {
            store.queue(request.build(), request.buildNumber(), environment);
            return Integer.toString(request.buildNumber());
        });
        starting.wake();
        return id;
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        return answered(() -> store.number(request.build())).map(number -> Integer.toString(number));
    }

    @Override
    public void cancel(BuildRequest request) {
        answered(() -> {
            store.cancel(request.build());
            return true;
        });
        renewing.wake(); // finds that it is no longer ours
    }

    @Override
    public void start() {
        running = true;
        renewing.start();
        starting.start();
        telling.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            starting.stop();
            runner.stop(LONGEST_STOP);
            renewing.stop();
            telling.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void placeFree() {
        starting.wake();
        telling.wake();
    }

    private static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException e) {
            throw new Unavailable("The process builder's database did not answer", e);
        }
    }
}
