package io.freshmaker.platform.testing;

import io.freshmaker.platform.testing.TestAuthority.Identity;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A PostgreSQL as somebody else would run it: the embedded programs with a cluster of their own, on the loopback address, where
 * nobody gets in without the password, and with TLS only and a client's certificate if that is asked for. Database and user are
 * {@code freshmaker}; the user owns the database and may do nothing else.
 */
public final class PostgresNode implements AutoCloseable {

    private static final String NAME = "freshmaker";
    private static final int START_TRIES = 100;

    private final Path folder = TemporaryFolder.create("postgres");
    private final Path cluster = folder.resolve("cluster");
    private final int port = ServerProcess.freePort();
    private final Optional<TestAuthority> authority;
    private final List<String> command;
    private @Nullable ServerProcess server;

    private PostgresNode(Optional<TestAuthority> authority) {
        this.authority = authority;
        Path program = made();
        write(
                "pg_hba.conf",
                List.of("%s all all 127.0.0.1/32 scram-sha-256 %s"
                        .formatted(
                                authority.isPresent() ? "hostssl" : "host",
                                authority.isPresent() ? "clientcert=verify-ca" : "")));
        command = command(program, authority.map(TestAuthority::server));
        start();
    }

    /** With the password only. */
    public static PostgresNode plain() {
        return new PostgresNode(Optional.empty());
    }

    /** With TLS, the password and a certificate of that authority. */
    public static PostgresNode secured(TestAuthority authority) {
        return new PostgresNode(Optional.of(authority));
    }

    /** It stays the same over restarts. */
    public int port() {
        return port;
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return "an elephant's secret";
    }

    /** For {@code spring.datasource.url}: no secret in it, no certificate, and the server must be the one it says it is. */
    public String url() {
        String plain = "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5".formatted(port, NAME);
        return authority
                .map(trusted -> plain + "&sslmode=verify-full&sslrootcert=" + trusted.certificate())
                .orElse(plain);
    }

    /** The same with a client's certificate. */
    public String url(Identity client) {
        return url() + "&sslcert=" + client.certificate() + "&sslkey=" + client.derKey();
    }

    /** Returns when it takes connections; what was committed before is there. */
    public void start() {
        ServerProcess starting = launch();
        for (int i = 0; !starting.says("ready to accept connections"); i++) {
            if (i == START_TRIES) throw new IllegalStateException(starting.printed());
            ServerProcess.pause(); // sessions of a killed server are still ending
            starting = launch();
        }
        server = starting;
    }

    /** In order, whoever is connected; returns when it has ended. */
    public void stop() {
        if (server != null) server.stop("INT");
    }

    /** As {@code kill -9}, of the server itself; its sessions end by themselves. */
    public void kill() {
        if (server != null) server.kill();
    }

    @Override
    public void close() {
        stop();
        TemporaryFolder.delete(folder);
    }

    private ServerProcess launch() {
        return ServerProcess.start(new ProcessBuilder(command), folder.resolve("postgres.out"));
    }

    /** Makes cluster, user and database with a first start that trusts everybody, and returns the program that did it. */
    private Path made() {
        try (EmbeddedPostgres first = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .start()) {
            JdbcTemplate sql = new JdbcTemplate(first.getPostgresDatabase());
            sql.execute("create role %s login password '%s'"
                    .formatted(NAME, password().replace("'", "''")));
            sql.execute("create database %s owner %s".formatted(NAME, NAME));
            return Path.of(process(cluster).info().command().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessHandle process(Path cluster) throws IOException {
        String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private List<String> command(Path program, Optional<Identity> identity) {
        List<String> words = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) words.addAll(List.of("unshare", "-U")); // root may not run it otherwise
        words.addAll(List.of(program.toString(), "-D", cluster.toString(), "-p", "" + port));
        setting(words, "listen_addresses=127.0.0.1");
        setting(words, "unix_socket_directories=");
        setting(words, "max_connections=200");
        setting(words, "shared_buffers=64MB");
        identity.ifPresent(certified -> {
            setting(words, "ssl=on");
            setting(words, "ssl_cert_file=" + certified.certificate());
            setting(words, "ssl_key_file=" + certified.key());
            setting(words, "ssl_ca_file=" + authority.orElseThrow().certificate());
        });
        return words;
    }

    private static void setting(List<String> words, String setting) {
        words.addAll(List.of("-c", setting));
    }

    private void write(String name, List<String> lines) {
        try {
            Files.write(cluster.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
