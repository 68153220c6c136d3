package io.freshmaker.standalone.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of the tables once every Event has ended: nothing waits, nothing was put aside, and the feed has no gap. */
public final class StoreInvariants {

    private final JdbcClient sql;

    public StoreInvariants(JdbcClient sql) {
        this.sql = sql;
    }

    public void hold() {
        nothingIsLeftToDo();
        eachFactHasOnePosition();
    }

    /** Each delivered message has one row; of what has no id nobody can say whether it came before. */
    public void messagesAreStoredOnce(List<String> ids) {
        List<@Nullable String> stored = sql.sql("select message_id from incoming_message where message_id is not null")
                .query(String.class)
                .list();
        assertThat(stored).as("stored messages").doesNotHaveDuplicates().containsAll(ids);
    }

    /** A message is ticked off only when its Event is stored. */
    public void whatWasRegisteredHasItsEvent() {
        assertThat(count("""
            incoming_message where outcome = 'registered'
            and not exists (select 1 from domain_event where aggregate_identifier = event_id)\
            """)).as("registered messages without an Event").isZero();
    }

    /** Holds at any time: what is waited for ends some day, but for our own database, without which nothing can end. */
    public void everyWaitHasAnEnd() {
        List<@Nullable String> endless = sql.sql("""
            select name || ' ' || subject from failed_job
            where given_up_at is null and gives_up_at is null and name <> 'request-composes'
            union all
            select id from compose where state in ('wanted', 'asked', 'pending', 'gone') and deadline < waiting_since\
            """).query(String.class).list();
        assertThat(endless).as("waits without an end").isEmpty();
    }

    private void nothingIsLeftToDo() {
        assertThat(count("incoming_message where outcome = 'received'"))
                .as("messages not looked at")
                .isZero();
        assertThat(count("dead_letter_entry"))
                .as("facts that a policy failed at")
                .isZero();
        assertThat(count("saga_entry")).as("sagas that still wait").isZero();
        assertThat(count("job_plan")).as("plans to make").isZero();
        assertThat(count("job_build")).as("builds to submit or stop").isZero();
        assertThat(count("process_run where state not in ('reported', 'canceled')"))
                .as("runs not reported")
                .isZero();
    }

    private void eachFactHasOnePosition() {
        long facts = count("domain_event");
        assertThat(count("feed join domain_event using (event_identifier)"))
                .as("numbered facts")
                .isEqualTo(facts);
        assertThat(count("feed where position between 1 and (select count(*) from domain_event)"))
                .as("positions without a gap")
                .isEqualTo(facts);
    }

    private long count(String of) {
        return sql.sql("select count(*) from " + of).query(Long.class).single();
    }
}
