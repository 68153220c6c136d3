package io.freshmaker.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;

/** How fast the same PostgreSQL takes rows of the same shape and size from a program that does nothing else. */
final class InsertLimit {

    private static final int BATCH = 1_000;
    private static final String TABLE = "bench_limit";

    private final String jdbcUrl;

    InsertLimit(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** Seconds for so many rows, in one transaction on one connection; the second time counts. */
    double seconds(int rows, int payloadBytes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement ddl = connection.createStatement()) {
            ddl.execute("create table %s (like domain_event including all)".formatted(TABLE));
            try {
                insert(connection, rows, payloadBytes);
                ddl.execute("truncate " + TABLE);
                return insert(connection, rows, payloadBytes);
            } finally {
                ddl.execute("drop table " + TABLE);
            }
        }
    }

    private static double insert(Connection connection, int rows, int payloadBytes) throws SQLException {
        long begin = System.nanoTime();
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("insert into " + TABLE
                + " (event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,"
                + " payload_revision, payload, meta_data) values (?, ?, 0, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 1; i <= rows; i++) {
                fill(row, payloadBytes);
                row.addBatch();
                if (i % BATCH == 0 || i == rows) row.executeBatch();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void fill(PreparedStatement row, int payloadBytes) throws SQLException {
        row.setString(1, UUID.randomUUID().toString());
        row.setString(2, "build-" + UUID.randomUUID());
        row.setString(3, "ArtifactBuild");
        row.setString(4, Instant.EPOCH.toString());
        row.setString(5, "io.freshmaker.api.artifactbuild.ArtifactBuildPlanned");
        row.setString(6, "1");
        row.setBytes(7, new byte[payloadBytes]);
        row.setBytes(8, "{}".getBytes(StandardCharsets.UTF_8));
    }
}
