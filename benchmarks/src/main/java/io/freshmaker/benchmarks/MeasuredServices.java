package io.freshmaker.benchmarks;

import io.freshmaker.api.value.EventId;
import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.failure.Ports;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Two processes of each service on a PostgreSQL and a broker of their own, with a catalog of ours and rules that allow all. Four
 * builds run at once and take a second, but for those of the {@link #WARM} family: when builds end as fast as they can, six
 * processes wait for the processors of the machine and not for each other.
 */
final class MeasuredServices implements AutoCloseable {

    /** The family of images that are built in no time. */
    static final String WARM = "warm";

    private static final int OF_EACH = 2;
    private static final List<String> NAMES = List.of("command-side", "messaging-adapter", "query-side");

    /** Six of them fit into the connections that the embedded PostgreSQL allows. */
    private static final String CONNECTIONS = "6";

    private final TemporaryFolder folder;
    private final PostgresServer postgres;
    private final int busPort;
    private final EmbeddedBroker broker;
    private final List<StartedProcess> processes;

    private MeasuredServices(TemporaryFolder folder) throws Exception {
        this.folder = folder;
        postgres = PostgresServer.start(Files.createDirectories(folder.path().resolve("data")), OptionalInt.empty());
        busPort = Ports.free();
        broker = EmbeddedBroker.start(folder.path().resolve("broker"), busPort, "guest");
        processes = startAll();
    }

    static MeasuredServices open(RandomCatalog catalog) throws Exception {
        TemporaryFolder folder = TemporaryFolder.create();
        Files.writeString(folder.path().resolve("catalog.yaml"), catalog.yaml());
        Files.writeString(folder.path().resolve("rules.yaml"), MeasuredHouse.RULES);
        Path build = Files.writeString(
                folder.path().resolve("build.sh"),
                "#!/bin/sh\ncase $FRESHMAKER_NAME in %s-*) ;; *) exec sleep 1 ;; esac\n".formatted(WARM));
        Files.setPosixFilePermissions(build, PosixFilePermissions.fromString("rwx------"));
        return new MeasuredServices(folder);
    }

    private List<StartedProcess> startAll() throws Exception {
        List<Callable<StartedProcess>> starts = NAMES.stream()
                .flatMap(name -> Stream.<Callable<StartedProcess>>generate(() -> () -> start(name))
                        .limit(OF_EACH))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(starts.size())) {
            return threads.invokeAll(starts).stream().map(Future::resultNow).toList();
        }
    }

    private StartedProcess start(String name) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.port", "0",
                "spring.datasource.url", postgres.jdbcUrl(),
                "spring.datasource.username", "postgres",
                "spring.datasource.hikari.maximum-pool-size", CONNECTIONS,
                "freshmaker.cluster.secret", "a secret of the benchmark",
                "freshmaker.cluster.port", "18830"));
        settings.putAll(ofService(name));
        return ServiceProcess.start(name, settings);
    }

    private Map<String, String> ofService(String name) throws IOException {
        return switch (name) {
            case "command-side" ->
                Map.of(
                        "catalog", folder.path().resolve("catalog.yaml").toString(),
                        "rules", folder.path().resolve("rules.yaml").toString(),
                        "data",
                                Files.createTempDirectory(folder.path(), "builds")
                                        .toString(),
                        "freshmaker.build.process.command",
                                folder.path().resolve("build.sh").toString(),
                        "freshmaker.build.process.parallel", "2");
            case "messaging-adapter" ->
                Map.of(
                        "spring.rabbitmq.host", "127.0.0.1",
                        "spring.rabbitmq.port", Integer.toString(busPort),
                        "management.endpoint.health.group.readiness.include",
                                "readinessState,db,processors,bus,commands");
            default -> Map.of();
        };
    }

    /** Publishes the stable update whose RPM the family contains in an older version. */
    EventId update(String family) throws Exception {
        return new BusMessages(broker.url()).publish(family);
    }

    FactClock facts() {
        return new FactClock(jdbcUrl());
    }

    String jdbcUrl() {
        return postgres.jdbcUrl() + "&user=postgres";
    }

    @Override
    public void close() throws IOException {
        processes.parallelStream().forEach(StartedProcess::close);
        broker.close();
        postgres.close();
        folder.close();
    }
}
