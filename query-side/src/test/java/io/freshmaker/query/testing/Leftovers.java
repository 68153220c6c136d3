package io.freshmaker.query.testing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left over of messages and of our own work, as its owners store it. */
@Component
public class Leftovers {

    /** When dead letters were tried last. */
    public static final Instant TRIED = Instant.parse("2026-08-01T10:00:05.250Z");

    private final JdbcClient sql;

    Leftovers(JdbcClient sql) {
        this.sql = sql;
    }

    public void clear() {
        sql.sql("delete from incoming_message").update();
        sql.sql("delete from typed_reason").update();
        sql.sql("delete from dead_letter_entry").update();
        sql.sql("delete from failed_job").update();
    }

    /** The id of a message. */
    public long message(String outcome, byte[] body, @Nullable String event) {
        return sql.sql("insert into incoming_message (message_id, topic, exchange, routing_key, properties, headers,"
                        + " body, received_at, outcome, reason, event_id, parkings) values (?, 'a.topic',"
                        + " 'amq.topic', 'key', '', '{\"x\": 1}', ?, now(), ?, 'broken', ?, 1) returning id")
                .param(event == null ? null : "message-of-" + event)
                .param(body)
                .param(outcome)
                .param(event)
                .query(Long.class)
                .single();
    }

    public void letter(String id, int index, @Nullable String cause) {
        sql.sql("insert into dead_letter_entry (dead_letter_id, processing_group, sequence_identifier, sequence_index,"
            + " message_type, event_identifier, time_stamp, payload_type, payload, type, aggregate_identifier,"
            + " sequence_number, enqueued_at, last_touched, cause_type, cause_message) values (?,"
            + " 'policy-plan-rebuild', 'event-1', ?, 'x', ?, '2026-08-01T10:00:00.000Z',"
            + " 'io.freshmaker.api.event.EventCanceled', '{\"a\": 1}', 'Event', 'event-1', 0,"
            + " '2026-08-01T10:00:00.000Z', ?, ?, 'no')")
                .param(id)
                .param(index)
                .param("fact-" + id)
                .param(TRIED.toString())
                .param(cause)
                .update();
    }

    /** The id of a job that fails. */
    public long job(String subject, @Nullable Instant givenUp) {
        sql.sql("insert into job_plan (task_name, task_instance, execution_time, picked, consecutive_failures, version)"
                        + " values ('plan-rebuild', ?, now() + interval '1 hour', false, 3, 1) on conflict do nothing")
                .param(subject)
                .update();
        return sql.sql("insert into failed_job (queue, name, subject, failures, error, first_failed_at, failed_at,"
            + " gives_up_at, given_up_at) values ('PLAN', 'plan-rebuild', ?, 3, 'PDC is away', now(), now(), now() +"
            + " interval '1 day', ?::timestamptz) returning id")
                .param(subject)
                .param(givenUp == null ? null : givenUp.toString())
                .query(Long.class)
                .single();
    }
}
