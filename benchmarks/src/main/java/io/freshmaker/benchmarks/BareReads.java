package io.freshmaker.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The limit of whoever reads the tables of the read models: the statements that an answer needs, prepared, on connections that
 * are open, and nothing done with the rows.
 */
final class BareReads implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(CONNECTIONS);

    /** The statements of one answer. */
    interface Answer {
        void read(Reader reader) throws SQLException;
    }

    BareReads(String jdbcUrl) throws SQLException {
        for (int i = 0; i < CONNECTIONS; i++) free.add(DriverManager.getConnection(jdbcUrl, "postgres", ""));
    }

    /** All of its statements, on one connection; itself again. */
    Answer read(Answer answer) throws SQLException, InterruptedException {
        Connection connection = free.take();
        try {
            answer.read(new Reader(connection));
            return answer;
        } finally {
            free.add(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : free) connection.close();
    }

    /** Reads over one connection. */
    record Reader(Connection connection) {

        /** The numbers in the first column; all other columns are read as texts. */
        List<Integer> all(String sql, Object... parameters) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
                try (ResultSet rows = statement.executeQuery()) {
                    return numbers(rows);
                }
            }
        }

        /** As {@link #all}, for the numbers that an earlier one gave in place of the only parameter. */
        List<Integer> of(List<Integer> numbers, String sql) throws SQLException {
            return all(sql, connection.createArrayOf("int", numbers.toArray()));
        }

        private static List<Integer> numbers(ResultSet rows) throws SQLException {
            List<Integer> numbers = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                numbers.add(rows.getInt(1));
                for (int column = 2; column <= columns; column++) rows.getString(column);
            }
            return numbers;
        }
    }
}
