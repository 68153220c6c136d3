package io.freshmaker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** How many rows like that of a message one connection commits per second, each by itself: the limit of whoever stores them. */
record SingleCommits(String jdbcUrl) {

    private static final int WARM_UP = 1_000;
    private static final int ROWS = 5_000;
    private static final String TABLE = "bench_limit";

    double perSecond(int bodyBytes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement ddl = connection.createStatement()) {
            ddl.execute("create table %s (like incoming_message including all)".formatted(TABLE));
            try {
                insert(connection, WARM_UP, bodyBytes);
                long begin = System.nanoTime();
                insert(connection, ROWS, bodyBytes);
                return ROWS / ((System.nanoTime() - begin) / 1e9);
            } finally {
                ddl.execute("drop table " + TABLE);
            }
        }
    }

    private static void insert(Connection connection, int rows, int bodyBytes) throws SQLException {
        byte[] body = new byte[bodyBytes];
        byte[] properties = "{}".getBytes(StandardCharsets.UTF_8);
        try (PreparedStatement row = connection.prepareStatement("insert into " + TABLE
                + " (message_id, topic, exchange, routing_key, properties, headers, body, received_at, outcome)"
                + " values (?, 'topic', 'amq.topic', 'topic', ?, '{}', ?, ?, 'received')")) {
            for (int i = 0; i < rows; i++) {
                row.setString(1, UUID.randomUUID().toString());
                row.setBytes(2, properties);
                row.setBytes(3, body);
                row.setTimestamp(4, Timestamp.from(Instant.EPOCH));
                row.executeUpdate();
            }
        }
    }
}
