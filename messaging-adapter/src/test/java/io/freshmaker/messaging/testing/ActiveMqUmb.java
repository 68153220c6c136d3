package io.freshmaker.messaging.testing;

import com.rabbitmq.client.ConnectionFactory;
import io.freshmaker.messaging.umb.UmbSettings;
import io.freshmaker.platform.testing.TemporaryFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.DestinationInterceptor;
import org.apache.activemq.broker.region.virtual.VirtualDestination;
import org.apache.activemq.broker.region.virtual.VirtualDestinationInterceptor;
import org.apache.activemq.broker.region.virtual.VirtualTopic;
import org.apache.activemq.command.ActiveMQQueue;
import org.jspecify.annotations.Nullable;

/**
 * ActiveMQ as the UMB, with its virtual topics: what is sent to {@code VirtualTopic.eng.…} is copied to every queue of somebody who
 * consumes it. Parked messages go to an embedded broker beside it, which is never stopped.
 */
public final class ActiveMqUmb extends TestBroker {

    private static final String QUEUE = "Consumer.freshmaker.test.VirtualTopic.eng.>";

    private final EmbeddedTestBroker other = EmbeddedTestBroker.inMemory();
    private final Path folder = TemporaryFolder.create("activemq");
    private final int port = QpidNode.freePort();
    private @Nullable BrokerService broker;

    public ActiveMqUmb() {
        start();
    }

    @Override
    public void start() {
        BrokerService starting = new BrokerService();
        try {
            starting.setBrokerName("umb");
            starting.setDataDirectoryFile(folder.toFile());
            starting.setUseJmx(false);
            starting.setDestinationInterceptors(new DestinationInterceptor[] {virtualTopics()});
            starting.addConnector("amqp://127.0.0.1:" + port);
            starting.start();
        } catch (Exception e) {
            throw new IllegalStateException("No ActiveMQ for the tests", e);
        }
        broker = starting;
    }

    @Override
    public void stop() {
        try {
            if (broker != null) broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        broker = null;
    }

    @Override
    public void close() {
        stop();
        other.close();
    }

    /** Somebody else who hears what we publish, from now on. */
    public UmbEar ear() {
        return new UmbEar(port, "Consumer.ear.test.VirtualTopic.eng.freshmaker.>");
    }

    @Override
    public Optional<UmbSettings> umb() {
        return Optional.of(UmbTestBroker.settings(port, QUEUE));
    }

    @Override
    public void publish(Wired... messages) {
        new UmbClient(port).send(message -> "topic://" + message.routingKey(), messages);
    }

    @Override
    public boolean isEmpty() {
        try {
            return broker != null
                    && broker.getDestination(new ActiveMQQueue(QUEUE))
                                    .getDestinationStatistics()
                                    .getMessages()
                                    .getCount()
                            == 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected ConnectionFactory client() {
        return other.client();
    }

    /** As on the UMB, where a consumer has two names. */
    private static VirtualDestinationInterceptor virtualTopics() {
        VirtualTopic all = new VirtualTopic();
        all.setName("VirtualTopic.>");
        all.setPrefix("Consumer.*.*.");
        VirtualDestinationInterceptor interceptor = new VirtualDestinationInterceptor();
        interceptor.setVirtualDestinations(new VirtualDestination[] {all});
        return interceptor;
    }
}
