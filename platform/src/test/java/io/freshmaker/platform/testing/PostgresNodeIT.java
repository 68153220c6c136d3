package io.freshmaker.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The settings of docs/configuration.md for a PostgreSQL that somebody else runs: who gets in, and who does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a PostgreSQL that is stopped") // one test after the other
class PostgresNodeIT {

    private final TestAuthority authority = TestAuthority.create();
    private final Identity client = authority.client("command-side");
    private final PostgresNode node = PostgresNode.secured(authority);

    @AfterAll
    void end() {
        node.close();
    }

    @Test
    void password_and_certificate_together_get_in_and_what_was_committed_survives_a_kill() throws SQLException {
        try (Connection connection = connect(node.url(client), node.password())) {
            connection.createStatement().execute("create table kept (id int); insert into kept values (7)");
        }
        node.kill();
        node.start();
        try (Connection connection = connect(node.url(client), node.password());
                var rows = connection.createStatement().executeQuery("select id from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> connect(node.url(client), "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void no_certificate_and_one_of_another_authority_are_refused() {
        assertThatThrownBy(() -> connect(node.url(), node.password())).isInstanceOf(SQLException.class);
        Identity stranger = TestAuthority.create().client("command-side");
        assertThatThrownBy(() -> connect(node.url(stranger), node.password())).isInstanceOf(SQLException.class);
    }

    @Test
    void without_encryption_nobody_is_heard() {
        String plain = node.url().replaceFirst("\\?.*", "?sslmode=disable");
        assertThatThrownBy(() -> connect(plain, node.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
    }

    private Connection connect(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, node.user(), password);
    }
}
