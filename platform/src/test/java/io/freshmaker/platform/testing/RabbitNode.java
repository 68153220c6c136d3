package io.freshmaker.platform.testing;

import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A RabbitMQ of the test's own: the installed program with a node name, ports and folders that no other has, on the loopback
 * address, virtual host {@code /}. It starts in some seconds; a test that can share one takes {@link #shared}.
 */
public final class RabbitNode implements AutoCloseable {

    private static final int COMMAND_LIMIT_SECONDS = 30;
    private static final Duration UNTIL_WRITTEN = Duration.ofMillis(2_500);

    private final RabbitProgram program = RabbitProgram.orSkip();
    private final Path folder = TemporaryFolder.create("rabbit");
    private final int port = ServerProcess.freePort();
    private final int distributionPort = ServerProcess.freePort();
    private final int mapperPort = ServerProcess.freePort();
    private final ServerProcess mapper;
    private @Nullable ServerProcess server;

    private RabbitNode(List<String> listener) {
        write("enabled_plugins", List.of("[]."));
        write("rabbitmq.conf", configuration(listener));
        // Started here and not by the node, which would leave it running for ever.
        mapper = ServerProcess.start(
                new ProcessBuilder("epmd", "-port", "" + mapperPort, "-address", "127.0.0.1"),
                folder.resolve("epmd.out"));
        start();
    }

    /** One for each JVM that runs tests, without TLS, started when first asked for. Whoever stops it starts it again. */
    public static RabbitNode shared() {
        RabbitProgram.orSkip(); // a class whose initialisation was skipped could not be asked again
        return Shared.NODE;
    }

    /** Without TLS. */
    public static RabbitNode plain() {
        return new RabbitNode(List.of());
    }

    /** With TLS only, and only for clients with a certificate of that authority. */
    public static RabbitNode secured(TestAuthority authority) {
        return secured(authority, authority.server());
    }

    /** The same, with a certificate for the server that may be a wrong one. */
    public static RabbitNode secured(TestAuthority clients, Identity server) {
        return new RabbitNode(List.of(
                "ssl_options.cacertfile = " + clients.certificate(),
                "ssl_options.certfile = " + server.certificate(),
                "ssl_options.keyfile = " + server.key(),
                "ssl_options.verify = verify_peer",
                "ssl_options.fail_if_no_peer_cert = true"));
    }

    /** The AMQP port: with TLS if the node has it, else without. It stays the same over restarts. */
    public int port() {
        return port;
    }

    public String user() {
        return "freshmaker";
    }

    public String password() {
        return "a rabbit's secret";
    }

    /** Returns when it takes connections; what was durable before is there again. */
    public void start() {
        ProcessBuilder command = new ProcessBuilder(program.server().toString());
        command.environment().putAll(environment());
        ServerProcess starting = ServerProcess.start(command, folder.resolve("rabbit.out"));
        if (!starting.says("completed with 0 plugins")) throw new IllegalStateException(starting.printed());
        server = starting;
    }

    public boolean isRunning() {
        return server != null && server.isRunning();
    }

    /** In order; returns when it has ended. */
    public void stop() {
        if (server != null) server.stop("TERM");
    }

    /**
     * Returns when what was declared before has been written down. RabbitMQ 3.10 takes up to a second for that, unlike for
     * messages, and a quorum queue that is younger when its node is killed never works again.
     */
    public void awaitQueuesWritten() {
        long end = System.nanoTime() + UNTIL_WRITTEN.toNanos();
        while (System.nanoTime() < end) ServerProcess.pause();
    }

    /** As {@code kill -9}; see {@link #awaitQueuesWritten}. */
    public void kill() {
        if (server != null) server.kill();
    }

    /** Runs {@code rabbitmqctl} with these arguments and returns what it prints; takes about a second. */
    public String ctl(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.ctl().toString(), "-q", "-n", name()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment());
        try {
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(COMMAND_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
        mapper.kill();
        TemporaryFolder.delete(folder);
    }

    private List<String> configuration(List<String> tls) {
        List<String> lines = new ArrayList<>(List.of(
                "default_user = " + user(),
                "default_pass = " + password(),
                "loopback_users = none",
                "disk_free_limit.absolute = 50MB",
                "raft.wal_max_size_bytes = 32000000"));
        lines.add(tls.isEmpty() ? "listeners.tcp.1 = 127.0.0.1:" + port : "listeners.ssl.1 = 127.0.0.1:" + port);
        if (!tls.isEmpty()) lines.add("listeners.tcp = none");
        lines.addAll(tls);
        return lines;
    }

    private String name() {
        return "freshmaker-test-" + port + "@localhost";
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", folder.toString()), // of its cookie
                Map.entry("ERL_EPMD_PORT", "" + mapperPort),
                Map.entry("RABBITMQ_NODENAME", name()),
                Map.entry("RABBITMQ_DIST_PORT", "" + distributionPort),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("enabled_plugins").toString()),
                Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", "/dev/null"), // the machine's own settings are not ours
                Map.entry("RABBITMQ_ALLOW_INPUT", "true"), // the script becomes the server: one process id
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "-noinput +S 1 -kernel inet_dist_use_interface {127,0,0,1}"));
    }

    private void write(String name, List<String> lines) {
        try {
            Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        private static final RabbitNode NODE = plain();
    }
}
