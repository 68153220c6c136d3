package io.freshmaker.messaging.testing;

import com.rabbitmq.client.ConnectionFactory;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The broker that standalone has embedded (Qpid Broker-J), in the JVM of the test: one that no other test uses now, and emptied. */
public class EmbeddedTestBroker extends TestBroker {

    private static final Queue<QpidNode> IDLE = new ConcurrentLinkedQueue<>();

    private final QpidNode node;
    private final boolean mayBeUsedAgain;

    public EmbeddedTestBroker() {
        node = Objects.requireNonNullElseGet(IDLE.poll(), () -> new QpidNode("broker.json", Map.of()));
        mayBeUsedAgain = true;
    }

    /** With settings of its own, in which the names of {@code context} may be used. */
    protected EmbeddedTestBroker(String settings, Map<String, String> context) {
        node = new QpidNode(settings, context);
        mayBeUsedAgain = false;
    }

    /** One that keeps nothing over a stop, and has half of the work with each message. */
    public static EmbeddedTestBroker inMemory() {
        return new EmbeddedTestBroker("in-memory.json", Map.of());
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

    @Override
    public void close() {
        disconnect();
        if (mayBeUsedAgain && node.isRunning()) {
            node.empty();
            IDLE.add(node);
        } else {
            node.stop();
        }
    }

    @Override
    protected ConnectionFactory client() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(node.port());
        return factory;
    }

    /** Both protocols speak there. */
    protected final int port() {
        return node.port();
    }
}
