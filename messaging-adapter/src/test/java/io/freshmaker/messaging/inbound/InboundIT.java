package io.freshmaker.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.messaging.testing.EmbeddedTestBroker;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** The contract on the embedded broker, and what does not depend on the broker. */
class InboundIT extends InboundContract {

    InboundIT() {
        super(new EmbeddedTestBroker());
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

    private static void failIf(boolean fails) {
        if (fails) throw new IllegalStateException("the command side is away");
    }
}
