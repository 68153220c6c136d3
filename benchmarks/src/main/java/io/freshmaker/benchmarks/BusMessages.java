package io.freshmaker.benchmarks;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.EventId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Publishes messages of stable updates, as Bodhi would, and waits until the broker has them. */
record BusMessages(String url) {

    private static final String EXCHANGE = "amq.topic";
    private static final String TOPIC = "org.fedoraproject.prod.bodhi.update.complete.stable";
    private static final String QUEUE = "freshmaker";
    private static final int PERSISTENT = 2;
    private static final int CONFIRM_EACH = 1_000;
    private static final long CONFIRM_LIMIT_MS = 30_000;

    /** The update whose RPM the family contains in an older version. */
    EventId publish(String family) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            publish(channel, family);
            channel.waitForConfirmsOrDie(CONFIRM_LIMIT_MS);
        }
        return new UpdateStable(update(family), List.of(), "").eventId();
    }

    /** So many updates of different things. */
    void publish(String prefix, int count) throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            for (int i = 0; i < count; i++) {
                publish(channel, prefix + "-" + i);
                if (i % CONFIRM_EACH == 0) channel.waitForConfirmsOrDie(CONFIRM_LIMIT_MS);
            }
            channel.waitForConfirmsOrDie(CONFIRM_LIMIT_MS);
        }
    }

    int queued() throws Exception {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            return channel.queueDeclarePassive(QUEUE).getMessageCount();
        }
    }

    static byte[] body(String family) {
        return """
            {"update": {"alias": "%s", "builds": [{"nvr": "%s"}],
             "release": {"name": "F25", "branch": "f25"}}}
            """.formatted(update(family), RandomCatalog.build(family)).getBytes(StandardCharsets.UTF_8);
    }

    private static void publish(Channel channel, String family) throws Exception {
        BasicProperties properties = new BasicProperties.Builder()
                .messageId(id(family))
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .build();
        channel.basicPublish(EXCHANGE, TOPIC, properties, body(family));
    }

    private static String update(String family) {
        return "FEDORA-2026-" + family;
    }

    private static String id(String family) {
        return "bench-" + family;
    }

    private Connection connect() throws Exception {
        ConnectionFactory bus = new ConnectionFactory();
        bus.setUri(url);
        return bus.newConnection();
    }
}
