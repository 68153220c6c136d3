package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.GetResponse;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.testing.SpokenLines;
import io.freshmaker.messaging.testing.TestBroker;
import io.freshmaker.messaging.testing.Wired;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** What the inbound side promises of a UMB, on whatever broker. */
abstract class UmbContract extends InboundContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    UmbContract(TestBroker broker) {
        super(broker);
    }

    @Test
    void a_restart_of_the_broker_loses_nothing_that_it_had_accepted() {
        SpokenLines log = new SpokenLines();
        log.begin();
        world.started();
        world.subscription.stop();
        for (int i = 0; i < 20; i++) world.broker.publish(push("before-" + i));
        world.subscription.start();
        await().until(() -> world.rows("registered") > 0);

        world.broker.stop();
        await().atMost(PATIENCE).until(() -> !log.about("Connection refused").isEmpty());
        assertThat(world.health.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        world.broker.start();
        world.broker.publish(push("after"));

        await().atMost(PATIENCE).until(() -> world.rows("registered") == 21);
        await().atMost(PATIENCE).until(world.broker::isEmpty);
        log.end();
        assertThat(log.about("The UMB cannot be listened to"))
                .anyMatch(line -> line.matches(".*again in \\d s: amqp://127.0.0.1:\\d+: Connection refused.*"));
        log.mustBeSentences();
    }

    @Test
    void a_broken_one_is_parked_with_its_reason_and_its_queue() {
        world.started();

        world.broker.publish(new Wired("VirtualTopic.eng.brew.task.closed", "broken-1", "broken".getBytes(UTF_8)));

        await().until(() -> world.rows("parked") == 1);
        GetResponse copy = Objects.requireNonNull(world.broker.take(Topology.PARKED));
        assertThat(copy.getBody()).asString(UTF_8).isEqualTo("broken");
        assertThat(copy.getProps().getMessageId()).isEqualTo("broken-1");
        assertThat(copy.getProps().getHeaders().get("x-park-reason"))
                .hasToString("body: expected a JSON object, found no JSON");
        assertThat(copy.getProps().getHeaders().get("x-park-exchange"))
                .asString()
                .startsWith("Consumer.freshmaker.test.VirtualTopic.eng");
    }

    @Test
    void after_the_end_of_the_subscription_others_get_what_was_not_stored() {
        world.started();
        world.refuses = _ -> true;
        world.broker.publish(push("1"), push("2"));
        await().until(() -> world.count("messaging_rx") > 2);

        world.subscription.stop();
        world.refuses = _ -> false;
        world.subscription.start();

        await().atMost(PATIENCE).until(() -> world.rows("registered") == 2);
    }
}
