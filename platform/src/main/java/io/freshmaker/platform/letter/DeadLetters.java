package io.freshmaker.platform.letter;

import io.freshmaker.platform.axon.DeadLetterRetries;
import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.wake.AfterCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts that policies failed at, of all processes. The rows are Axon's, whose queue takes the one that waits longest first. */
@Component
public class DeadLetters {

    /** A letter that was touched then is the first in line. */
    private static final String FIRST_IN_LINE = "1970-01-01T00:00:00.000Z";

    private static final String ALL = """
        select l.dead_letter_id, l.processing_group, l.sequence_identifier, l.event_identifier, l.type, l.payload_type,
               l.aggregate_identifier, l.time_stamp, convert_from(l.payload, 'UTF8') as payload, l.cause_type,
               l.cause_message, l.enqueued_at,
               (select f.last_touched from dead_letter_entry f where f.processing_group = l.processing_group
                    and f.sequence_identifier = l.sequence_identifier order by f.sequence_index limit 1) as last_touched,
               (select count(*) from dead_letter_entry b where b.processing_group = l.processing_group
                    and b.sequence_identifier = l.sequence_identifier and b.sequence_index > l.sequence_index) as behind
        from dead_letter_entry l
        """;

    private final JdbcClient sql;
    private final DeadLetterRetries retries;

    DeadLetters(JdbcClient sql, DeadLetterRetries retries) {
        this.sql = sql;
        this.retries = retries;
    }

    /** In the order of their ids, which are in no order; those after one. */
    public List<DeadLetter> after(String id, int limit) {
        return sql.sql(ALL + "where l.dead_letter_id > ? order by l.dead_letter_id limit ?")
                .params(id, limit)
                .query((row, _) -> letter(row))
                .list();
    }

    public Optional<DeadLetter> find(String id) {
        return sql.sql(ALL + "where l.dead_letter_id = ?")
                .param(id)
                .query((row, _) -> letter(row))
                .optional();
    }

    /** Has it and what waits before it tried now, wherever its policy is. Nothing happens to one that is gone. */
    public void retry(String id) {
        sql.sql("""
            update dead_letter_entry set last_touched = ? where dead_letter_id = (
                select f.dead_letter_id from dead_letter_entry f join dead_letter_entry l
                    on f.processing_group = l.processing_group and f.sequence_identifier = l.sequence_identifier
                where l.dead_letter_id = ? order by f.sequence_index limit 1)\
            """).params(FIRST_IN_LINE, id).update();
        AfterCommit.run(retries::retryNow);
    }

    /** The policy never reacts to it; what waits behind it is tried. Nothing happens to one that is gone. */
    public void drop(String id) {
        sql.sql("delete from dead_letter_entry where dead_letter_id = ?")
                .param(id)
                .update();
        AfterCommit.run(retries::retryNow);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        String touched = row.getString("last_touched");
        return new DeadLetter(
                row.getString("dead_letter_id"),
                row.getString("processing_group"),
                row.getString("sequence_identifier"),
                row.getInt("behind"),
                fact(row),
                cause(row.getString("cause_type"), row.getString("cause_message")),
                Instant.parse(row.getString("enqueued_at")),
                touched == null || touched.equals(FIRST_IN_LINE) ? null : Instant.parse(touched));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        String type = row.getString("payload_type");
        return new Fact(
                0,
                row.getString("event_identifier"),
                row.getString("type"),
                row.getString("aggregate_identifier"),
                type.substring(type.lastIndexOf('.') + 1),
                Instant.parse(row.getString("time_stamp")),
                row.getString("payload"));
    }

    private static @Nullable String cause(@Nullable String type, @Nullable String message) {
        if (type == null) return null;
        return message == null || message.isEmpty() ? type : type + ": " + message;
    }
}
