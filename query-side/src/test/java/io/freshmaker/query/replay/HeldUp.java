package io.freshmaker.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Holds up the projection where it stores one Event, until it is closed. */
final class HeldUp implements AutoCloseable {

    private static final long LOCK = 4711;

    private final Connection connection;

    HeldUp(DataSource database, int event) throws SQLException {
        connection = database.getConnection();
        execute("""
            create function hold_up() returns trigger language plpgsql as
            $$ begin perform pg_advisory_xact_lock_shared(%d); return new; end $$;
            create trigger hold_up before insert on event_view for each row when (new.number = %d)
            execute function hold_up();
            select pg_advisory_lock(%1$d);
            """.formatted(LOCK, event));
    }

    @Override
    public void close() throws SQLException {
        execute("select pg_advisory_unlock(%d); drop function hold_up cascade".formatted(LOCK));
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
