package io.freshmaker.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** The least that a fact's way to another process can be: insert, commit, NOTIFY, and on another connection LISTEN, select. */
record BareHop(String jdbcUrl) {

    private static final int HOPS = 200;
    private static final int WARM_UP = 50;
    private static final int LIMIT_MS = 5_000;

    /** Milliseconds that all but one in twenty hops stay below. */
    double p95() throws SQLException {
        try (Connection writer = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Connection reader = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement writing = writer.createStatement();
                Statement reading = reader.createStatement()) {
            writing.execute("create table bench_hop (id int primary key)");
            reading.execute("listen bench_hop");
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < WARM_UP + HOPS; i++) {
                double millis = hop(writer, reader, reading, i);
                if (i >= WARM_UP) times.add(millis);
            }
            writing.execute("drop table bench_hop");
            return Percentile.p95(times);
        }
    }

    private static double hop(Connection writer, Connection reader, Statement reading, int id) throws SQLException {
        long begin = System.nanoTime();
        try (PreparedStatement row = writer.prepareStatement("insert into bench_hop values (?)");
                PreparedStatement notify = writer.prepareStatement("select pg_notify('bench_hop', '')")) {
            row.setInt(1, id);
            row.executeUpdate();
            notify.execute();
        }
        if (reader.unwrap(PGConnection.class).getNotifications(LIMIT_MS).length == 0)
            throw new IllegalStateException("Nothing was heard");
        try (ResultSet found = reading.executeQuery("select id from bench_hop where id = " + id)) {
            if (!found.next()) throw new IllegalStateException("Heard before it was there");
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
