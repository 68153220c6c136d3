package io.freshmaker.standalone.upgrade;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Writes the rows of all tables and the positions of all sequences as SQL, as {@code pg_dump --data-only} would. How the tables
 * look is not written: the migrations in the dump say it.
 */
final class DumpWriter {

    private static final String TABLES = """
        select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
        order by table_name <> 'flyway_schema_history', table_name\
        """;

    private static final String COLUMNS = """
        select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
        where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'\
        """;

    private static final String SEQUENCES = """
        select format('select setval(%L, %s)', sequencename, last_value) from pg_sequences
        where schemaname = 'public' and last_value is not null order by sequencename\
        """;

    private final Connection snapshot;
    private final JdbcClient sql;

    /** @param snapshot its transaction sees one moment only */
    DumpWriter(Connection snapshot) {
        this.snapshot = snapshot;
        sql = JdbcClient.create(new SingleConnectionDataSource(snapshot, true));
    }

    void write(Writer out) throws IOException, SQLException {
        for (String table : Texts.of(sql, TABLES)) writeRows(table, out);
        for (String sequence : Texts.of(sql, SEQUENCES)) out.write(sequence + ";\n");
    }

    private void writeRows(String table, Writer out) throws IOException, SQLException {
        String columns = Texts.of(sql, COLUMNS, table).getFirst();
        out.write("copy %s (%s) from stdin;\n".formatted(table, columns));
        snapshot.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s order by 1) to stdout".formatted(columns, table), out);
        out.write("\\.\n");
    }
}
