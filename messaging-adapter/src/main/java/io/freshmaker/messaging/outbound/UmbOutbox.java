package io.freshmaker.messaging.outbound;

import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.umb.UmbSettings;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is still to be told on the UMB, in its order. So the UMB may be away for days without holding up the bus, and gets what is told
 * there from the day on which it is switched on.
 */
@Repository
class UmbOutbox {

    private final JdbcTemplate jdbc;
    private final JdbcClient sql;
    private final Clock clock;
    private final boolean isWanted;
    private final String busPrefix;

    UmbOutbox(JdbcTemplate jdbc, Clock clock, UmbSettings umb, BusSettings bus) {
        this.jdbc = jdbc;
        this.sql = JdbcClient.create(jdbc);
        this.clock = clock;
        this.isWanted = umb.publish();
        this.busPrefix = bus.outPrefix() + ".";
    }

    /** A message that waits; {@code topic} is without any prefix. */
    record Waiting(long id, String messageId, String topic, String body) {}

    /** Of what goes to the bus, takes what the original tells: changes of Events and builds, and requests. To be called in its transaction. */
    void put(List<OutgoingMessage> told) {
        if (!isWanted) return;
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> rows = told.stream()
                .filter(message -> message.exchange().equals(Topology.BUS))
                .map(message -> columns(message, now))
                .toList();
        jdbc.batchUpdate("insert into umb_message (message_id, topic, body, stored_at) values (?, ?, ?, ?)", rows);
    }

    /** Whether this process alone may send until the transaction ends: two would mix up the order. */
    boolean isOurs() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('umb_message'))")
                .query(Boolean.class)
                .single();
    }

    /** The oldest ones, at most so many. */
    List<Waiting> next(int most) {
        return sql.sql("select id, message_id, topic, body from umb_message order by id limit ?")
                .param(most)
                .query((row, _) -> new Waiting(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    /** All up to this one are told. */
    void removeUpTo(long id) {
        sql.sql("delete from umb_message where id <= ?").param(id).update();
    }

    private Object[] columns(OutgoingMessage message, Timestamp now) {
        return new Object[] {
            message.properties().getMessageId(),
            message.routingKey().substring(busPrefix.length()),
            new String(message.body(), StandardCharsets.UTF_8),
            now
        };
    }
}
