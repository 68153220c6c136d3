package io.freshmaker.messaging.testing;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import io.freshmaker.platform.testing.RabbitNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The installed RabbitMQ: one node for the whole JVM, emptied before and after each use. The test is skipped where there is none. */
public final class RabbitTestBroker extends TestBroker {

    private static final List<String> QUEUES = List.of("freshmaker", "freshmaker.parked", "ear");

    private final RabbitNode node = RabbitNode.shared();

    public RabbitTestBroker() {
        empty();
    }

    public RabbitNode node() {
        return node;
    }

    @Override
    public void start() {
        node.start();
    }

    @Override
    public void stop() {
        disconnect();
        node.stop();
    }

    /** As {@code kill -9}. */
    public void kill() {
        disconnect();
        node.kill();
    }

    @Override
    public void close() {
        if (!node.isRunning()) node.start();
        empty();
        disconnect();
    }

    @Override
    protected ConnectionFactory client() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(node.port());
        factory.setUsername(node.user());
        factory.setPassword(node.password());
        return factory;
    }

    private void empty() {
        try (Channel channel = channel()) {
            for (String queue : QUEUES) channel.queueDelete(queue);
            channel.exchangeDelete("freshmaker.domain-events");
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
