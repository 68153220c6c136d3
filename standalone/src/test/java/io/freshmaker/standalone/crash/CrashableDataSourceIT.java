package io.freshmaker.standalone.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrashableDataSourceIT {

    private static final String NUMBER_A_FACT = "insert into feed (position, event_identifier) values (?, ?)";

    private final TestDatabase database = TestPostgres.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_about_to_be_committed_at_a_crash_before_its_commit_is_lost() throws SQLException {
        CrashableDataSource dying = dyingAt(new CrashPoint(Step.FACTS_NUMBERED, 2, true));
        inTransaction(dying, 1);
        assertThatThrownBy(() -> inTransaction(dying, 2)).isInstanceOf(SQLException.class);
        assertThat(numbered()).isEqualTo(1);
    }

    @Test
    void what_was_committed_at_a_crash_after_its_commit_is_kept_though_nobody_heard() {
        CrashableDataSource dying = dyingAt(new CrashPoint(Step.FACTS_NUMBERED, 1, false));
        assertThatThrownBy(() -> inTransaction(dying, 1)).isInstanceOf(SQLException.class);
        assertThat(numbered()).isEqualTo(1);
    }

    @Test
    void a_statement_without_a_transaction_is_a_commit_too() {
        CrashableDataSource dying = dyingAt(new CrashPoint(Step.FACTS_NUMBERED, 1, true));
        assertThatThrownBy(() -> alone(dying)).isInstanceOf(SQLException.class);
        assertThat(numbered()).isZero();
    }

    @Test
    void all_open_transactions_die_with_it_and_no_connection_is_given_any_more() throws SQLException {
        Plug plug = new Plug(null);
        AtomicBoolean brokerIsCut = new AtomicBoolean();
        plug.hang(() -> brokerIsCut.set(true));
        CrashableDataSource dying = new CrashableDataSource(database.dataSource(), plug);
        Connection open = dying.getConnection();
        open.setAutoCommit(false);
        insert(open, 1);
        plug.pull();
        assertThatThrownBy(open::commit).isInstanceOf(SQLException.class);
        assertThatThrownBy(dying::getConnection).isInstanceOf(SQLException.class);
        assertThat(brokerIsCut).isTrue();
        assertThat(numbered()).isZero();
    }

    @Test
    void a_transaction_that_was_rolled_back_is_no_step() throws SQLException {
        CrashableDataSource dying = dyingAt(new CrashPoint(Step.FACTS_NUMBERED, 2, true));
        inTransaction(dying, 1);
        try (Connection connection = dying.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, 2);
            connection.rollback();
            connection.commit();
        }
        assertThat(numbered()).isEqualTo(1);
    }

    private CrashableDataSource dyingAt(@Nullable CrashPoint point) {
        return new CrashableDataSource(database.dataSource(), new Plug(point));
    }

    private static void inTransaction(CrashableDataSource database, int position) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, position);
            connection.commit();
        }
    }

    private static void alone(CrashableDataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            insert(connection, 1);
        }
    }

    private static void insert(Connection connection, int position) throws SQLException {
        try (var statement = connection.prepareStatement(NUMBER_A_FACT)) {
            statement.setLong(1, position);
            statement.setString(2, "fact-" + position);
            statement.executeUpdate();
        }
    }

    private Long numbered() {
        return database.sql().sql("select count(*) from feed").query(Long.class).single();
    }
}
