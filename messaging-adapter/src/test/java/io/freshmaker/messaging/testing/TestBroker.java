package io.freshmaker.messaging.testing;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.freshmaker.messaging.umb.UmbSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;

/** A broker as {@code /}, without any queue of ours at the beginning; it keeps what is durable. */
public abstract class TestBroker implements AutoCloseable {

    private @Nullable Connection connection;

    /** Again, after a stop. */
    public abstract void start();

    public abstract void stop();

    @Override
    public abstract void close();

    /** Where it is, and who may come in. */
    protected abstract ConnectionFactory client();

    /** For clients of other kinds; the virtual host is {@code /}. */
    public final String url() {
        ConnectionFactory to = client();
        return "amqp://%s:%s@%s:%d/%%2F"
                .formatted(encoded(to.getUsername()), encoded(to.getPassword()), to.getHost(), to.getPort());
    }

    /** As Boot would make it. */
    public final CachingConnectionFactory connections() {
        return new CachingConnectionFactory(limited());
    }

    /** A channel of the test's own, with confirms. */
    public final Channel channel() {
        try {
            if (connection == null || !connection.isOpen())
                connection = limited().newConnection();
            Channel channel = Objects.requireNonNull(connection.createChannel());
            channel.confirmSelect();
            return channel;
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What we listen to over AMQP 1.0, where this is a UMB. */
    public Optional<UmbSettings> umb() {
        return Optional.empty();
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

    /** Whether nothing waits for us there. */
    public boolean isEmpty() {
        return take("freshmaker") == null;
    }

    /** Lets everything through to us, not only what is bound. */
    public void bindEverything() {
        try (Channel channel = channel()) {
            channel.queueBind("freshmaker", "amq.topic", "#");
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next message of a queue, taken from it. */
    public final @Nullable GetResponse take(String queue) {
        try (Channel channel = channel()) {
            return channel.basicGet(queue, true);
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the test's own connection. */
    protected final void disconnect() {
        if (connection != null) connection.abort();
        connection = null;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private ConnectionFactory limited() {
        ConnectionFactory factory = client();
        factory.setConnectionTimeout(5_000);
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }
}
