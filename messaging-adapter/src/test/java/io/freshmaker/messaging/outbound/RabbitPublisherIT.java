package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.messaging.testing.RabbitTestBroker;
import io.freshmaker.messaging.testing.SpokenLines;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract on RabbitMQ, and what happens to a publisher whose RabbitMQ is killed. */
class RabbitPublisherIT extends PublisherContract {

    private static final int BUILDS = 300;

    RabbitPublisherIT() throws Exception {
        super(new RabbitTestBroker());
    }

    @Test
    void a_broker_killed_in_the_middle_gets_the_rest_when_it_is_back_and_no_message_has_a_second_id() throws Exception {
        RabbitTestBroker rabbit = (RabbitTestBroker) house.broker;
        SpokenLines log = new SpokenLines();
        log.begin();
        rabbit.node().awaitQueuesWritten();
        house.store(Story.of(20, BUILDS));
        house.hear(1);
        rabbit.kill();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !log.about("Work Package").isEmpty());
        rabbit.start();

        Map<String, Heard> byId = new HashMap<>();
        house.hear(heard -> {
            if (!heard.isEmpty()) mustBeNewOrTheSame(heard.getLast(), byId);
            return byId.size() == MESSAGES_OF_EVENT + BUILDS * MESSAGES_OF_BUILD - 1;
        });
        log.end();
        log.mustBeSentences();
        drain();
    }

    private static void mustBeNewOrTheSame(Heard next, Map<String, Heard> byId) {
        Heard before = byId.put(next.id(), next);
        assertThat(before == null || Arrays.equals(before.body(), next.body())).isTrue();
    }
}
