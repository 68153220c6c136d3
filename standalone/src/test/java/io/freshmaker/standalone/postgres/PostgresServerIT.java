package io.freshmaker.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.standalone.ChildJvm;
import io.freshmaker.standalone.failure.CannotStart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    @TempDir
    Path data;

    @Test
    void what_is_committed_and_the_port_survive_a_restart() throws SQLException {
        int port;
        try (PostgresServer server = start()) {
            port = server.port();
            query(server, "create table kept as select 'committed' as name");
        }
        try (PostgresServer server = start()) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(query(server, "select name from kept")).containsExactly("committed");
        }
    }

    @Test
    void an_acknowledged_commit_is_on_the_disk() throws SQLException {
        try (PostgresServer server = start()) {
            assertThat(query(server, "select current_setting('fsync') || current_setting('synchronous_commit')"))
                    .containsExactly("onon");
        }
    }

    @Test
    void the_server_of_a_killed_process_is_replaced_within_seconds() throws Exception {
        try (ChildJvm child = ChildJvm.run(HaltedWithPostgres.class, data)) {
            child.line("ready");
            assertThat(child.exitStatus()).isEqualTo(9);
        }
        Postmaster orphan = Postmaster.of(data.resolve("postgres")).orElseThrow();
        assertThat(orphan.isOurs()).isTrue();
        long begun = System.nanoTime();
        try (PostgresServer server = start()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(Postmaster.of(data.resolve("postgres")))
                    .isPresent()
                    .get()
                    .isNotEqualTo(orphan);
            assertThat(query(server, "select name from kept")).containsExactly("committed");
        }
    }

    @Test
    void a_killed_server_is_started_again_on_the_same_port() throws SQLException {
        try (PostgresServer server = start()) {
            query(server, "create table kept as select 'committed' as name");
            Postmaster killed = Postmaster.of(data.resolve("postgres")).orElseThrow();
            ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(query(server, "select name from kept")).containsExactly("committed"));
            assertThat(Postmaster.of(data.resolve("postgres")))
                    .isPresent()
                    .get()
                    .isNotEqualTo(killed);
        }
    }

    @Test
    void a_process_id_that_now_belongs_to_another_program_is_no_server() throws Exception {
        start().close();
        Path pidFile = Postmaster.pidFile(data.resolve("postgres"));
        long ourselves = ProcessHandle.current().pid();
        Files.writeString(pidFile, ourselves + "\n" + data.resolve("postgres") + "\n1\n1\n\n\n");
        assertThat(Postmaster.of(data.resolve("postgres")).orElseThrow().isOurs())
                .isFalse();
        try (PostgresServer server = start()) {
            assertThat(query(server, "select 'answers'")).containsExactly("answers");
        }
    }

    @Test
    void a_taken_port_is_refused_with_the_port_and_the_option() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> PostgresServer.start(data, OptionalInt.of(port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port " + port + " for PostgreSQL is taken: stop the program that listens on it, "
                            + "or choose another port with --postgres-port.");
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(data, OptionalInt.empty());
    }

    private static List<String> query(PostgresServer server, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), "postgres", "");
                var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (var result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
