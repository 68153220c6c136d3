package io.freshmaker.standalone.world;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** An ordinary client of the bus: publishes, and keeps a durable queue of everything that the house tells the world. */
public final class BusTap implements AutoCloseable {

    private static final String FACTS = "freshmaker.domain-events";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONFIRM_MS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ConnectionFactory factory;
    private final String queue;
    private final List<Heard> heard = new ArrayList<>();
    private Connection connection;
    private Channel channel;

    /** What was published, with its routing key. */
    public record Heard(String exchange, String routingKey, JsonNode body) {}

    public BusTap(String url, String queue) {
        this(factory(url), queue);
    }

    /** For a bus that asks for more than a URL can say. */
    public BusTap(ConnectionFactory factory, String queue) {
        this.factory = factory;
        this.queue = queue;
        try {
            connection = factory.newConnection();
            channel = connection.createChannel();
            channel.exchangeDeclare(FACTS, BuiltinExchangeType.TOPIC, true);
            channel.queueDeclare(queue, true, false, false, null);
            channel.queueBind(queue, FACTS, "#");
            channel.queueBind(queue, "amq.topic", "#.freshmaker.#");
            channel.confirmSelect();
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException("No bus at %s:%d".formatted(factory.getHost(), factory.getPort()), e);
        }
    }

    private static ConnectionFactory factory(String url) {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(url);
            return factory;
        } catch (URISyntaxException | GeneralSecurityException e) {
            throw new IllegalArgumentException("Not the address of a bus: " + url, e);
        }
    }

    /** Connects again, for a broker that died with the house. */
    public void reconnect() throws IOException, TimeoutException {
        connection.abort(0);
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    /** Returns when the broker has it; while the house has no queue for it, it is refused, and published again. */
    public void publish(BusMessage message) {
        await().atMost(PATIENCE).until(() -> isTaken(message));
    }

    /** All at once; returns when the broker has them. */
    public void publishAll(List<BusMessage> messages) {
        try {
            for (BusMessage message : messages) send(message);
            if (!channel.waitForConfirms(CONFIRM_MS)) throw new IllegalStateException("The house has no queue");
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException("Not all were published", e);
        }
    }

    private void send(BusMessage message) throws IOException {
        byte[] body = message.json().getBytes(StandardCharsets.UTF_8);
        channel.basicPublish("amq.topic", message.topic(), true, MessageProperties.PERSISTENT_BASIC, body);
    }

    private boolean isTaken(BusMessage message) {
        try {
            send(message);
            return channel.waitForConfirms(CONFIRM_MS);
        } catch (IOException | InterruptedException | TimeoutException e) {
            throw new IllegalStateException("Not published: " + message.id(), e);
        }
    }

    /** Everything that was published so far, oldest first. */
    public List<Heard> heard() {
        try {
            for (GetResponse one = channel.basicGet(queue, true); one != null; one = channel.basicGet(queue, true)) {
                JsonNode body = JSON.readTree(one.getBody());
                heard.add(new Heard(
                        one.getEnvelope().getExchange(), one.getEnvelope().getRoutingKey(), body));
            }
            return List.copyOf(heard);
        } catch (IOException e) {
            throw new IllegalStateException("The bus is away", e);
        }
    }

    /** The facts among it, as CloudEvents. */
    public List<JsonNode> facts() {
        return heard().stream()
                .filter(one -> one.exchange().equals(FACTS))
                .map(Heard::body)
                .toList();
    }

    /** Goes away; the queue stays and is filled meanwhile. */
    public void leave() {
        connection.abort(0);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) channel.queueDelete(queue);
        connection.abort(0);
    }
}
