package io.freshmaker.standalone.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Starts PostgreSQL, commits one row, leaves another uncommitted, and dies without stopping anything. */
final class HaltedWithPostgres {

    private HaltedWithPostgres() {}

    public static void main(String[] arguments) throws SQLException {
        PostgresServer server = PostgresServer.start(Path.of(arguments[0]), OptionalInt.empty());
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), "postgres", "")) {
            connection.createStatement().execute("create table kept (name text)");
            connection.createStatement().execute("insert into kept values ('committed')");
            connection.setAutoCommit(false);
            connection.createStatement().execute("insert into kept values ('uncommitted')");
            System.out.println("ready");
            System.out.flush();
            Runtime.getRuntime().halt(9);
        }
    }
}
