package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.api.value.Actor;
import io.freshmaker.messaging.testing.EmbeddedTestBroker;
import io.freshmaker.platform.retention.Expiring;
import io.freshmaker.platform.retention.RetentionSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts are told to the policies by the test; everything else is real. */
class ParkedMessagesIT {

    private final InboundWorld world = new InboundWorld(new EmbeddedTestBroker()).started();
    private final WorkOffOnLeftoverRetried retries = new WorkOffOnLeftoverRetried(world.messages, world.intake);
    private final DropOnLeftoverDropped drops = new DropOnLeftoverDropped(world.messages);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_message_whose_parser_was_mended_makes_its_event_when_a_person_has_it_tried_again() {
        long row = parked();
        assertThat(world.commands).isEmpty();
        world.parsersAreMistaken = false;

        retries.react(retried(row, 1));

        await().until(() -> world.rows("registered") == 1);
        assertThat(world.commands).hasSize(1);
        assertThat(column(row, "attempts")).isEqualTo(0);
        assertThat(column(row, "reason")).isNull();
        assertThat(column(row, "event_id"))
                .isEqualTo(world.commands.getFirst().eventId().value());
    }

    @Test
    void one_that_is_still_broken_is_parked_once_more_and_the_old_fact_changes_nothing_then() {
        long row = parked();

        retries.react(retried(row, 1));
        await().until(() -> Integer.valueOf(2).equals(column(row, "parkings")));
        retries.react(retried(row, 1)); // after a crash, or with a token from a backup
        drops.react(dropped(row, 1));

        assertThat(world.rows("parked")).isEqualTo(1);
        assertThat(column(row, "parkings")).isEqualTo(2);
    }

    @Test
    void a_dropped_message_keeps_why_it_was_parked_and_is_never_worked_off() {
        long row = parked();
        Object why = column(row, "reason");

        drops.react(dropped(row, 1));
        drops.react(dropped(row, 1));
        retries.react(retried(row, 1));

        assertThat(world.rows("dropped")).isEqualTo(1);
        assertThat(column(row, "reason")).isEqualTo(why);
        assertThat(column(row, "drop_reason")).isEqualTo("reason-1");
    }

    @Test
    void facts_about_other_things_are_not_for_us() {
        long row = parked();

        retries.react(new LeftoverRetried(LeftoverId.Kind.FAILED_JOB.of(row), 1, Actor.ANYONE));
        drops.react(new LeftoverDropped(LeftoverId.Kind.FAILED_JOB.of(row), 1, Actor.ANYONE, "reason-1"));

        assertThat(world.rows("parked")).isEqualTo(1);
    }

    @Test
    void what_is_still_to_be_worked_off_or_parked_is_kept_however_old_it_is() {
        List<String> outcomes = List.of("received", "registered", "applied", "ignored", "parked", "dropped");
        world.leave();
        outcomes.forEach(outcome -> store(outcome, 40));
        outcomes.forEach(outcome -> store(outcome, 20));
        Duration kept = Duration.ofDays(30);
        RetentionSettings settings = new RetentionSettings(kept, Duration.ofDays(10), kept, kept, kept);
        InboundConfiguration room = new InboundConfiguration();

        assertThat(remove(room.messageRetention(settings, world.database.sql())))
                .isEqualTo(3);
        assertThat(remove(room.ignoredMessageRetention(settings, world.database.sql())))
                .isEqualTo(2);

        assertThat(outcomes.stream().map(world::rows)).containsExactly(2L, 1L, 1L, 0L, 2L, 1L);
    }

    private static int remove(Expiring expiring) {
        return expiring.remove(Instant.now().minus(expiring.kept()), 100);
    }

    private long parked() {
        world.parsersAreMistaken = true;
        world.broker.publish(InboundContract.push("push-1"));
        await().until(() -> world.rows("parked") == 1);
        return world.database
                .sql()
                .sql("select id from incoming_message")
                .query(Long.class)
                .single();
    }

    private @Nullable Object column(long row, String name) {
        Map<String, @Nullable Object> columns = world.database
                .sql()
                .sql("select * from incoming_message where id = ?")
                .param(row)
                .query()
                .singleRow();
        return columns.get(name);
    }

    private void store(String outcome, int daysAgo) {
        world.database
                .sql()
                .sql("insert into incoming_message (exchange, routing_key, properties, headers, body, received_at,"
                        + " outcome) values ('', '', '', '{}', ?, now() - make_interval(days => ?), ?)")
                .params("{}".getBytes(UTF_8), daysAgo, outcome)
                .update();
    }

    private static LeftoverRetried retried(long row, long occasion) {
        return new LeftoverRetried(LeftoverId.Kind.PARKED_MESSAGE.of(row), occasion, Actor.ANYONE);
    }

    private static LeftoverDropped dropped(long row, long occasion) {
        return new LeftoverDropped(LeftoverId.Kind.PARKED_MESSAGE.of(row), occasion, Actor.ANYONE, "reason-1");
    }
}
