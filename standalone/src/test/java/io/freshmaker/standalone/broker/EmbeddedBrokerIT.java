package io.freshmaker.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import io.freshmaker.standalone.ChildJvm;
import io.freshmaker.standalone.failure.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory.ConfirmType;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

class EmbeddedBrokerIT {

    @TempDir
    Path folder;

    private final int port = Ports.free();

    @Test
    void a_plain_client_sees_that_publishes_are_confirmed_and_uses_it() throws Exception {
        try (EmbeddedBroker broker = start();
                Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            assertThat(connection.getServerProperties().get("capabilities"))
                    .isEqualTo(Map.of("publisher_confirms", true, "basic.nack", true));
            channel.confirmSelect();
            channel.queueDeclare("q", true, false, false, null);
            channel.queueBind("q", "amq.topic", "org.example.#");
            publish(channel, "org.example.one", "hello");
            assertThat(channel.waitForConfirms(5_000)).isTrue();
            assertThat(body(channel.basicGet("q", true))).isEqualTo("hello");
        }
    }

    @Test
    void a_mandatory_message_that_no_queue_takes_is_refused() throws Exception {
        try (EmbeddedBroker broker = start();
                Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            publish(channel, "org.example.nobody", "lost");
            assertThat(channel.waitForConfirms(5_000)).isFalse();
        }
    }

    @Test
    void spring_publishes_with_confirms_to_the_virtual_host_slash() throws Exception {
        try (EmbeddedBroker broker = start()) {
            CachingConnectionFactory factory = new CachingConnectionFactory(URI.create(broker.url()));
            factory.setVirtualHost("/");
            factory.setPublisherConfirmType(ConfirmType.CORRELATED);
            try {
                CorrelationData confirmed = new CorrelationData();
                new RabbitTemplate(factory).convertAndSend("amq.topic", "org.example.one", (Object) "hello", confirmed);
                assertThat(Objects.requireNonNull(confirmed.getFuture().get(5, TimeUnit.SECONDS))
                                .ack())
                        .isTrue();
            } finally {
                factory.destroy();
            }
        }
    }

    @Test
    void queue_binding_and_message_survive_a_killed_process() throws Exception {
        try (ChildJvm child = ChildJvm.run(HaltedWithBroker.class, folder, port)) {
            child.line("ready");
            assertThat(child.exitStatus()).isEqualTo(9);
        }
        try (EmbeddedBroker broker = start();
                Connection connection = connect(broker);
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            publish(channel, "org.example.two", "second");
            channel.waitForConfirmsOrDie(5_000);
            assertThat(body(channel.basicGet("kept", true))).isEqualTo("first");
            assertThat(body(channel.basicGet("kept", true))).isEqualTo("second");
        }
    }

    @Test
    void another_password_is_asked_for_when_one_is_set() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port, "a better one");
                Connection connection = connect(broker)) {
            assertThat(connection.isOpen()).isTrue();
            ConnectionFactory guest = new ConnectionFactory();
            guest.setPort(port);
            assertThatThrownBy(guest::newConnection)
                    .isInstanceOfAny(AuthenticationFailureException.class, IOException.class);
        }
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(folder, port, "guest");
    }

    private static Connection connect(EmbeddedBroker broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.url());
        return factory.newConnection();
    }

    private static void publish(Channel channel, String routingKey, String body) throws IOException {
        channel.basicPublish(
                "amq.topic",
                routingKey,
                true,
                MessageProperties.PERSISTENT_BASIC,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(GetResponse response) {
        return new String(response.getBody(), StandardCharsets.UTF_8);
    }
}
