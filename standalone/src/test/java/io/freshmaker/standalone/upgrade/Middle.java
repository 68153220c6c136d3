package io.freshmaker.standalone.upgrade;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A moment in the middle of the work, in which something of every kind is there: ended, running and waiting. */
final class Middle {

    private static final String MISSING = """
        select kind from (values
            ('a failed build', (select count(*) from domain_event where payload_type like '%.ArtifactBuildFailed')),
            ('a skipped Event', (select count(*) from domain_event where payload_type like '%.EventSkipped')),
            ('a canceled Event', (select count(*) from domain_event where payload_type like '%.EventCanceled')),
            ('a parked message', (select count(*) from incoming_message where outcome = 'parked')),
            ('a message not looked at', (select count(*) from incoming_message where outcome = 'received')),
            ('a plan to make', (select count(*) from job_plan)),
            ('a build to submit', (select count(*) from job_build)),
            ('a running build', (select count(*) from process_run where state = 'running')),
            ('a waiting build', (select count(*) from process_run where state = 'queued')),
            ('an unfinished rebuild', (select count(*) from saga_entry where saga_type like '%.RebuildSaga')),
            ('a build with blockers', (select count(*) from saga_entry where saga_type like '%.ReadinessSaga'))
        ) found (kind, number) where number = 0\
        """;

    private final DataSource database;
    private final Path journal;
    private List<String> missing = List.of();

    Middle(DataSource database, Path journal) {
        this.database = database;
        this.journal = journal;
    }

    /** What the last look did not find. */
    List<String> missing() {
        return missing;
    }

    /** Looks, and writes the dump when all is there and the builds said nothing meanwhile. */
    boolean isWritten(Dump dump) throws IOException, SQLException {
        String before = Files.readString(journal);
        try (Connection snapshot = database.getConnection()) {
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            snapshot.setAutoCommit(false);
            missing = Texts.of(JdbcClient.create(new SingleConnectionDataSource(snapshot, true)), MISSING);
            if (!missing.isEmpty() || !Files.readString(journal).equals(before)) return false;
            write(snapshot, dump);
            Files.writeString(dump.journal(), before);
            return true;
        }
    }

    /** Whose machine it was is nobody's business. */
    private static void write(Connection snapshot, Dump dump) throws IOException, SQLException {
        StringWriter text = new StringWriter();
        new DumpWriter(snapshot).write(text);
        try (Writer file = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(dump.database())), StandardCharsets.UTF_8)) {
            file.write(text.toString().replace(InetAddress.getLocalHost().getHostName(), "earlier-host"));
        }
    }
}
