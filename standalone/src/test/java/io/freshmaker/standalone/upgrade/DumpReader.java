package io.freshmaker.standalone.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills an empty database from a dump: first the tables by the migrations that the dump knew, and no later one, then the rows. */
final class DumpReader {

    private static final String HISTORY = "flyway_schema_history";

    private final DataSource database;

    DumpReader(DataSource database) {
        this.database = database;
    }

    void restore(Dump dump) throws IOException, SQLException {
        Flyway.configure().dataSource(database).load().baseline(); // makes the table that migrations are recorded in
        try (BufferedReader lines = lines(dump);
                Connection connection = database.getConnection()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("copy ")) copy(line, rows(lines), connection);
                else JdbcClient.create(database).sql(line).query().singleRow();
            }
        }
    }

    private static BufferedReader lines(Dump dump) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(dump.database())), StandardCharsets.UTF_8));
    }

    private static String rows(BufferedReader lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String line = lines.readLine(); !"\\.".equals(line); line = lines.readLine()) {
            if (line == null) throw new IOException("The dump ends in the middle of a table");
            rows.append(line).append('\n');
        }
        return rows.toString();
    }

    private void copy(String statement, String rows, Connection connection) throws IOException, SQLException {
        String table = statement.split(" ")[1];
        JdbcClient.create(database).sql("truncate " + table + " cascade").update();
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows));
        if (table.equals(HISTORY)) makeTables(connection);
    }

    /** A migration that is gone, or has another name now, is a failure here. */
    private void makeTables(Connection connection) {
        String scripts = "select script from " + HISTORY + " where type = 'SQL' order by installed_rank";
        Texts.of(JdbcClient.create(database), scripts)
                .forEach(script -> run(new ClassPathResource("db/migration/" + script), connection));
    }

    /** As a whole: PostgreSQL knows where a statement ends, also one that makes a function. */
    private static void run(ClassPathResource script, Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script.getContentAsString(UTF_8));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(script + " cannot be run", e);
        }
    }
}
