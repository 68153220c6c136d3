package io.freshmaker.standalone.postgres;

import io.freshmaker.standalone.failure.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A PostgreSQL of our own in the data folder, on the loopback address: cluster in {@code postgres/}, output in {@code postgres.log}.
 * What it has acknowledged survives a crash of process and machine. When it is killed while we run it is started again.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final long LOG_LIMIT = 5L << 20;

    /** Durable, and small: the whole house stays below 700 MB when idle. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("jit", "off"),
            Map.entry("io_method", "sync"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("log_checkpoints", "off"));

    private final Path data;
    private final Cluster cluster;
    private final int port;
    private EmbeddedPostgres server;
    private final PostgresWatch watch;

    private PostgresServer(Path data, OptionalInt wantedPort) {
        this.data = data;
        cluster = new Cluster(data.resolve("postgres"));
        cluster.clear(); // an orphan would still hold the port
        port = new KeptPort(data.resolve("postgres.port")).choose(wantedPort);
        server = launch();
        watch = PostgresWatch.over(this);
    }

    /**
     * @param data the data folder, locked by the caller
     * @param port the port for this start; without one that of the first start
     * @throws CannotStart with the reason
     */
    public static PostgresServer start(Path data, OptionalInt port) {
        return new PostgresServer(data.toAbsolutePath().normalize(), port);
    }

    public int port() {
        return port;
    }

    /** For {@code spring.datasource.url}; the user is {@code postgres}, without a password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=5&tcpKeepAlive=true&reWriteBatchedInserts=true"
                .formatted(port);
    }

    /** Stops it; what is committed stays. */
    @Override
    public void close() {
        watch.close();
        closeServer();
    }

    boolean runs() {
        return cluster.postmaster().filter(Postmaster::runs).isPresent();
    }

    synchronized void startAgain() {
        cluster.clear();
        closeServer();
        server = launch();
    }

    private synchronized void closeServer() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not be stopped", e);
        }
    }

    private EmbeddedPostgres launch() {
        File log = freshLog();
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster.folder())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(Binaries.folder(data).toFile())
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log));
        SETTINGS.forEach(builder::setServerConfig);
        try {
            return builder.start();
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new CannotStart(
                    "The embedded PostgreSQL did not start (%s); its output is in %s.".formatted(lastLine(log), log),
                    e);
        }
    }

    private File freshLog() {
        Path log = data.resolve("postgres.log");
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new CannotStart("The file %s cannot be replaced: %s.".formatted(log, e.getMessage()), e);
        }
        return log.toFile();
    }

    private static String lastLine(File log) {
        try {
            List<String> lines = Files.readAllLines(log.toPath());
            return lines.isEmpty() ? "it printed nothing" : lines.getLast().strip();
        } catch (IOException e) {
            return "it printed nothing";
        }
    }
}
