package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.value.EventId;
import io.freshmaker.messaging.testing.Wired;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class InboundIT {

    private static final String GIT = "org.fedoraproject.prod.git.receive";

    private final InboundWorld world = new InboundWorld();

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
    void health_is_up_only_while_we_listen() {
        assertThat(world.health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);

        world.started();
        assertThat(world.health.health().getStatus()).isEqualTo(Status.UP);

        world.broker.stop();
        await().until(() -> world.health.health().getStatus().equals(Status.OUT_OF_SERVICE));
    }

    @Test
    void after_a_restart_of_the_broker_it_listens_again_by_itself() {
        world.started();
        world.broker.publish(push("before"));
        await().until(() -> world.rows("registered") == 1);

        world.broker.stop();
        await().until(() -> !world.subscription.isUp());
        world.broker.start();
        world.broker.publish(push("after"));

        await().atMost(Duration.ofSeconds(20)).until(() -> world.rows("registered") == 2);
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
    void while_messages_cannot_be_stored_they_stay_with_the_broker_and_there_is_no_hot_loop() {
        AtomicInteger tries = new AtomicInteger();
        world.afterStore = _ -> {
            if (tries.incrementAndGet() <= 4) throw new IllegalStateException("the database is away");
        };
        world.started();

        long begin = System.nanoTime();
        world.broker.publish(push("1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> tries.get() == 5);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(2_500));
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
    void a_crash_between_command_and_record_sends_the_same_command_again() {
        AtomicInteger handled = new AtomicInteger();
        world.then = _ -> {
            if (handled.incrementAndGet() == 1) throw new IllegalStateException("crash after the command");
        };
        world.started();

        world.broker.publish(push("1"));

        await().until(() -> world.rows("registered") == 1);
        assertThat(world.commands).hasSize(2);
        assertThat(Set.copyOf(world.commands)).hasSize(1);
    }

    @Test
    void a_message_whose_command_fails_waits_and_blocks_no_other() {
        Set<String> failing = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 40; i++) failing.add("bad-" + i);
        world.then = command -> failIf(failing.contains(command.messageId()));
        world.started();

        for (String id : failing) world.broker.publish(push(id));
        world.broker.publish(push("good"));

        await().until(() -> world.rows("registered") == 1 && world.rows("received") == 40);
        failing.clear();
        await().atMost(Duration.ofSeconds(30)).until(() -> world.rows("registered") == 41);
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

    private static void failIf(boolean fails) {
        if (fails) throw new IllegalStateException("the command side is away");
    }

    private static Wired push(String id) {
        return Wired.bare(GIT, id, Wired.sample(GIT));
    }
}
