package io.freshmaker.query.leftover;

import io.freshmaker.platform.reason.TypedReasons;
import io.freshmaker.query.list.Conditions;
import io.freshmaker.query.list.OthersView;
import io.freshmaker.query.web.ApiError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads raw messages where the messaging adapter shows them to us: in its view {@code readable_message}. */
@Component
class Messages {

    private static final String FROM = " from readable_message m left join event_view e on e.event_key = m.event_id";
    private static final String SUMMARY = """
        select m.id, m.message_id, m.topic, m.outcome, m.reason, e.number as event, m.received_at, m.attempts, m.retry_at,
               m.parkings, octet_length(m.body) as size\
        """ + FROM;
    private static final String WHOLE = "select m.*, e.number as event" + FROM + " where m.id = ?";

    private final JdbcClient sql;
    private final TypedReasons reasons;

    Messages(JdbcClient sql, TypedReasons reasons) {
        this.sql = sql;
        this.reasons = reasons;
    }

    /** The newest first. */
    List<MessageSummary> newest(Conditions wanted, int limit) {
        return list(wanted, "desc", limit);
    }

    /** The oldest first. */
    List<MessageSummary> oldest(Conditions wanted, int limit) {
        return list(wanted, "asc", limit);
    }

    /** A message that is not stored, or not any more, is a 404. */
    Message find(long id) {
        return found(id).orElseThrow(() -> ApiError.notFound("There is no message %d.".formatted(id)));
    }

    private Optional<Message> found(long id) {
        return stored(
                () -> sql.sql(WHOLE).param(id).query((row, _) -> message(row)).optional());
    }

    private List<MessageSummary> list(Conditions wanted, String order, int limit) {
        return stored(() -> sql.sql(SUMMARY + " where " + wanted.sql() + " order by m.id " + order + " limit " + limit)
                .params(wanted.values())
                .query((row, _) -> summary(row))
                .list());
    }

    private static <T> T stored(Supplier<T> read) {
        return OthersView.read(read, "No messaging adapter has ever run here, so there are no messages.");
    }

    private static MessageSummary summary(ResultSet row) throws SQLException {
        return new MessageSummary(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("topic"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getObject("event", Integer.class),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("attempts"),
                time(row.getTimestamp("retry_at")),
                row.getInt("parkings"),
                row.getInt("size"));
    }

    private Message message(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        String text = text(body);
        return new Message(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("topic"),
                row.getString("exchange"),
                row.getString("routing_key"),
                row.getString("outcome"),
                row.getString("reason"),
                Optional.ofNullable(row.getString("drop_reason"))
                        .flatMap(reasons::read)
                        .orElse(null),
                row.getObject("event", Integer.class),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("attempts"),
                time(row.getTimestamp("retry_at")),
                row.getInt("parkings"),
                row.getString("headers"),
                text,
                text == null ? Base64.getEncoder().encodeToString(body) : null);
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null; // it is shown in Base64
        }
    }
}
