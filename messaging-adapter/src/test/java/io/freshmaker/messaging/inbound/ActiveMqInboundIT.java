package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.messaging.testing.ActiveMqUmb;
import io.freshmaker.messaging.testing.Wired;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the UMB's own kind of broker does: virtual topics, ids, tries. */
class ActiveMqInboundIT {

    private static final String STATUS = "VirtualTopic.eng.errata.activity.status";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InboundWorld world = new InboundWorld(new ActiveMqUmb());

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void what_is_sent_to_a_virtual_topic_comes_with_its_topic_and_its_id() {
        world.started();

        world.broker.publish(advisory(123));

        await().until(() -> world.rows("applied") == 1);
        assertThat(world.hints).containsExactly(new LookAtAdvisory(123, "QE"));
        assertThat(world.database
                        .sql()
                        .sql("select topic || ' ' || message_id || ' ' || exchange from incoming_message")
                        .query(String.class)
                        .single())
                .isEqualTo("/topic/" + STATUS + " ID:sender-123 Consumer.freshmaker.test.VirtualTopic.eng.>");
        await().until(world.broker::isEmpty);
    }

    @Test
    void a_restart_of_the_broker_loses_nothing_that_it_had_accepted() {
        world.started();
        world.subscription.stop();
        world.broker.publish(
                IntStream.range(0, 20).mapToObj(ActiveMqInboundIT::advisory).toArray(Wired[]::new));

        world.broker.stop();
        world.subscription.start();
        world.broker.start();
        world.broker.publish(advisory(20));

        await().atMost(PATIENCE).until(() -> world.rows("applied") == 21);
        await().atMost(PATIENCE).until(world.broker::isEmpty);
    }

    /** Brokers of this kind give up a message after six tries that failed, and put it where nobody looks. */
    @Test
    void however_often_one_cannot_be_stored_it_is_not_given_up() throws Exception {
        UmbBus bus = world.umb();
        Deliveries<?> deliveries = bus.listen();
        world.broker.publish(advisory(1));

        for (int i = 0; i < 20; i++) giveBack(deliveries);

        deliveries.leave();
        world.started();
        await().atMost(PATIENCE).until(() -> world.rows("applied") == 1);
    }

    private static <H> void giveBack(Deliveries<H> deliveries) throws Exception {
        await().atMost(PATIENCE).until(() -> {
            for (Arrived<H> one : deliveries.next(1)) {
                deliveries.giveBack(one);
                return true;
            }
            return false;
        });
    }

    private static Wired advisory(int number) {
        String body = "{\"errata_id\": %d, \"to\": \"QE\"}".formatted(number);
        return new Wired(STATUS, "ID:sender-" + number, body.getBytes(UTF_8));
    }
}
