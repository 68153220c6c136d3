package io.freshmaker.messaging.testing;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** An AMQP 0-9-1 broker (Qpid Broker-J) in the JVM of the test, as {@code /}, with guest/guest; it keeps what is durable. */
public final class TestBroker implements AutoCloseable {

    private static final Map<String, String> CONFIRMS_ADVERTISED = Map.of(
            "qpid.port.connection_property_enrichers", "[\"STANDARD\", \"SUPPLIED-MAP\"]",
            "qpid.connection.property_map", "{\"capabilities\": {\"publisher_confirms\": true, \"basic.nack\": true}}");

    private final Path folder;
    private final int port = freePort();
    private @Nullable SystemLauncher launcher;
    private @Nullable Connection connection;

    public TestBroker() {
        try {
            folder = Files.createTempDirectory("test-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    public void start() {
        var context = new java.util.HashMap<>(CONFIRMS_ADVERTISED);
        context.put("qpid.work_dir", folder.toString());
        context.put("test.amqp_port", Integer.toString(port));
        context.put("test.amqp_password", "guest");
        SystemLauncher starting = new SystemLauncher();
        try {
            starting.startup(Map.of(
                    SystemConfig.TYPE,
                    "Memory",
                    SystemConfig.CONTEXT,
                    context,
                    SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                    resource("broker.json"),
                    SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION,
                    resource("system.properties"),
                    SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                    "false"));
        } catch (Exception e) {
            throw new IllegalStateException("No broker for the tests", e);
        }
        launcher = starting;
    }

    public void stop() {
        if (connection != null) connection.abort();
        if (launcher != null) launcher.shutdown();
        connection = null;
        launcher = null;
    }

    /** As Boot would make it. */
    public CachingConnectionFactory connections() {
        return new CachingConnectionFactory(client());
    }

    /** A channel of the test's own, with confirms. */
    public Channel channel() {
        try {
            if (connection == null || !connection.isOpen()) connection = client().newConnection();
            Channel channel = Objects.requireNonNull(connection.createChannel());
            channel.confirmSelect();
            return channel;
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes to {@code amq.topic} and waits for the confirm. */
    public void publish(Wired... messages) {
        try (Channel channel = channel()) {
            for (Wired message : messages) {
                BasicProperties properties = new BasicProperties.Builder()
                        .messageId(message.messageId())
                        .deliveryMode(2)
                        .build();
                channel.basicPublish("amq.topic", message.routingKey(), properties, message.body());
            }
            channel.waitForConfirmsOrDie(30_000);
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next message of a queue, taken from it. */
    public @Nullable GetResponse take(String queue) {
        try (Channel channel = channel()) {
            return channel.basicGet(queue, true);
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConnectionFactory client() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setConnectionTimeout(5_000);
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }

    private static String resource(String name) {
        return Objects.requireNonNull(TestBroker.class.getResource("/test-broker/" + name), name)
                .toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
