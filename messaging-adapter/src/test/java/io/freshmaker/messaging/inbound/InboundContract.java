package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.value.EventId;
import io.freshmaker.messaging.testing.TestBroker;
import io.freshmaker.messaging.testing.Wired;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the inbound side promises on whatever broker (contract §2). */
abstract class InboundContract {

    private static final String GIT = "org.fedoraproject.prod.git.receive";

    final InboundWorld world;

    InboundContract(TestBroker broker) {
        world = new InboundWorld(broker);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void the_same_message_a_hundred_times_in_both_forms_makes_one_command() {
        world.started();
        Wired bare = Wired.bare(GIT, "id-1", Wired.sample(GIT));
        Wired envelope = new Wired(
                GIT, null, Wired.envelope(GIT, "id-1", Wired.sample(GIT)).body());

        world.broker.publish(Collections.nCopies(50, bare).toArray(Wired[]::new));
        world.broker.publish(Collections.nCopies(50, envelope).toArray(Wired[]::new));

        await().until(() -> world.count("messaging_rx") == 100 && world.rows("registered") == 1);
        assertThat(world.commands).singleElement().satisfies(command -> {
            assertThat(command.eventId()).isEqualTo(EventId.ofMessage("id-1"));
            assertThat(command.messageId()).isEqualTo("id-1");
            assertThat(command.trigger().searchKey()).startsWith("teapot/f41?#");
        });
        assertThat(world.database
                        .sql()
                        .sql("select event_id from incoming_message")
                        .query(String.class)
                        .single())
                .isEqualTo(EventId.ofMessage("id-1").value());
        assertThat(world.count("messaging_rx_processed_ok")).isEqualTo(1);
    }

    @Test
    void what_is_published_while_we_are_away_waits_in_the_queue() {
        world.started();
        world.subscription.stop();

        world.broker.publish(push("1"), push("2"), push("3"));
        world.subscription.start();

        await().until(() -> world.rows("registered") == 3);
    }

    @Test
    void a_crash_between_storing_and_acknowledging_stores_it_once() {
        AtomicInteger stored = new AtomicInteger();
        world.afterStore = _ -> {
            if (stored.incrementAndGet() == 1) throw new IllegalStateException("crash after the commit");
        };
        world.started();

        world.broker.publish(push("1"));

        await().until(() -> stored.get() == 2 && world.rows("registered") == 1);
        assertThat(world.commands).hasSize(1);
        assertThat(world.broker.take("freshmaker")).isNull();
    }

    @Test
    void one_that_can_never_be_stored_holds_up_no_other() {
        world.started();
        world.subscription.stop();
        world.broker.publish(push("1"), push("cursed"), push("2"), push("3"));
        world.refuses = delivered -> "cursed".equals(delivered.messageId());

        world.subscription.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> world.rows("registered") == 3);
        world.refuses = _ -> false;
        await().atMost(Duration.ofSeconds(20)).until(() -> world.rows("registered") == 4);
    }

    @Test
    void what_is_not_for_us_is_ignored_with_its_reason() throws Exception {
        world.started();
        world.bindEverything();

        world.broker.publish(Wired.bare("org.example.other", "1", Wired.sample(GIT)));

        await().until(() -> world.rows("ignored") == 1);
        assertThat(world.database
                        .sql()
                        .sql("select reason from incoming_message")
                        .query(String.class)
                        .single())
                .isEqualTo("no parser for the topic");
        assertThat(world.count("messaging_rx_ignored")).isEqualTo(1);
        assertThat(world.commands).isEmpty();
    }

    @Test
    void messages_without_an_id_are_kept_one_by_one() {
        world.started();

        world.broker.publish(new Wired(GIT, null, "broken".getBytes(UTF_8)), new Wired(GIT, null, new byte[0]));

        await().until(() -> world.rows("parked") == 2);
    }

    static Wired push(String id) {
        return Wired.bare(GIT, id, Wired.sample(GIT));
    }
}
