package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.inbound.parser.BusMessage;
import io.freshmaker.messaging.inbound.parser.MalformedMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages as they came, with what became of them (contract §2). */
@Repository
class IncomingMessages {

    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final Clock clock;

    IncomingMessages(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** What became of a message. */
    record Result(
            IncomingMessage message,
            Outcome outcome,
            @Nullable String reason,
            @Nullable String eventId) {
        private Object[] columns() {
            int parked = outcome == Outcome.PARKED ? 1 : 0;
            return new Object[] {outcome.word(), reason, eventId, parked, message.id()};
        }
    }

    /** Stores deliveries as one batch, each unless there is one with its id. When it throws, some may be stored all the same. */
    void store(List<Delivered> deliveries) {
        jdbc.batchUpdate("""
            insert into incoming_message
                (message_id, topic, exchange, routing_key, properties, headers, body, received_at, outcome)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'received')
            on conflict (message_id) do nothing\
            """, deliveries.stream().map(this::columns).toList());
    }

    /** The oldest ones that are due, locked until the transaction ends; those that somebody else works off are skipped. */
    List<IncomingMessage> takeReceived(int limit) {
        return sql.sql("""
            select id, exchange, routing_key, properties, body, attempts from incoming_message
            where outcome = 'received' and (retry_at is null or retry_at <= ?)
            order by id limit ? for update skip locked\
            """)
                .params(Timestamp.from(clock.instant()), limit)
                .query(IncomingMessages::row)
                .list();
    }

    void record(IncomingMessage message, Outcome outcome, @Nullable String reason, @Nullable String eventId) {
        recordAll(List.of(new Result(message, outcome, reason, eventId)));
    }

    void recordAll(List<Result> results) {
        jdbc.batchUpdate(
                "update incoming_message set outcome = ?, reason = ?, event_id = ?, retry_at = null,"
                        + " parkings = parkings + ? where id = ?",
                results.stream().map(Result::columns).toList());
    }

    void retryIn(Duration pause, IncomingMessage message, String reason) {
        Instant due = clock.instant().plus(pause);
        sql.sql("update incoming_message set attempts = attempts + 1, retry_at = ?, reason = ? where id = ?")
                .params(Timestamp.from(due), reason, message.id())
                .update();
    }

    /** Has a parked one worked off anew, unless it was parked another time since; says whether it was. */
    boolean takeBack(long id, long parkings) {
        return sql.sql("""
            update incoming_message set outcome = 'received', reason = null, attempts = 0
            where id = ? and outcome = 'parked' and parkings = ?\
            """).params(id, parkings).update() == 1;
    }

    /** Gives a parked one up, unless it was parked another time since; why it was parked stays. */
    boolean drop(long id, long parkings, String reasonKey) {
        return sql.sql("""
            update incoming_message set outcome = 'dropped', drop_reason = ?
            where id = ? and outcome = 'parked' and parkings = ?\
            """).params(reasonKey, id, parkings).update() == 1;
    }

    private Object[] columns(Delivered delivered) {
        Optional<BusMessage> readable = read(delivered);
        return new Object[] {
            readable.map(BusMessage::id).orElse(null),
            readable.map(BusMessage::topic).orElse(null),
            storable(delivered.exchange()),
            storable(delivered.routingKey()),
            WireProperties.encode(delivered.properties()),
            storable(WireProperties.readable(delivered.properties())),
            delivered.body(),
            Timestamp.from(clock.instant())
        };
    }

    private static Optional<BusMessage> read(Delivered delivered) {
        try {
            return Optional.of(delivered.read());
        } catch (MalformedMessage _) {
            return Optional.empty(); // stored all the same; the intake parks it and says why
        }
    }

    private static IncomingMessage row(ResultSet row, int index) throws SQLException {
        Delivered delivered = new Delivered(
                row.getString("exchange"),
                row.getString("routing_key"),
                WireProperties.decode(row.getBytes("properties")),
                row.getBytes("body"));
        return new IncomingMessage(row.getLong("id"), delivered, row.getInt("attempts"));
    }

    /** PostgreSQL keeps no NUL in a text. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
