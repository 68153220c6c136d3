package io.freshmaker.messaging.testing;

import com.rabbitmq.client.Channel;
import io.freshmaker.messaging.umb.UmbSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Qpid Broker-J as the UMB: the embedded broker, of which we use a queue over AMQP 1.0. It has no virtual topics. */
public final class UmbTestBroker extends EmbeddedTestBroker {

    private static final String QUEUE = "Consumer.freshmaker.test.VirtualTopic.eng.>";

    public UmbTestBroker() {
        try (Channel channel = channel()) {
            channel.queueDeclare(QUEUE, true, false, false, Map.of());
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<UmbSettings> umb() {
        return Optional.of(settings(port(), QUEUE));
    }

    @Override
    public void publish(Wired... messages) {
        new UmbClient(port()).send(_ -> QUEUE, messages);
    }

    @Override
    public boolean isEmpty() {
        return take(QUEUE) == null;
    }

    @Override
    public void bindEverything() {
        // It is all in one queue.
    }

    /** Nothing to do with any UMB. */
    public static UmbSettings off() {
        return settings(List.of(), List.of(), false);
    }

    static UmbSettings settings(int port, String queue) {
        return settings(List.of("amqp://127.0.0.1:" + port), List.of(queue), true);
    }

    private static UmbSettings settings(List<String> url, List<String> queues, boolean publish) {
        return new UmbSettings(
                url,
                null,
                "guest",
                "guest",
                queues,
                100,
                publish,
                "topic://VirtualTopic.eng.freshmaker",
                Duration.ofSeconds(5));
    }
}
