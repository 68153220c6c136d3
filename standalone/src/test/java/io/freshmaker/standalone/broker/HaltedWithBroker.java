package io.freshmaker.standalone.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Starts the broker, binds a durable queue, publishes one confirmed message, and dies without stopping anything. */
final class HaltedWithBroker {

    private HaltedWithBroker() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), port, "guest");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.url());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.queueDeclare("kept", true, false, false, null);
            channel.queueBind("kept", "amq.topic", "org.example.#");
            channel.basicPublish(
                    "amq.topic",
                    "org.example.one",
                    true,
                    MessageProperties.PERSISTENT_BASIC,
                    "first".getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(5_000);
            System.out.println("ready");
            System.out.flush();
            Runtime.getRuntime().halt(9);
        }
    }
}
