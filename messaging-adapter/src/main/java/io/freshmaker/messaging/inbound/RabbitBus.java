package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.Topology;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** The bus that is ours: its topology is declared before we listen. */
final class RabbitBus implements Bus {

    private final ConnectionFactory connections;
    private final Topology topology;
    private final BusSettings settings;

    RabbitBus(ConnectionFactory connections, Topology topology, BusSettings settings) {
        this.connections = connections;
        this.topology = topology;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "bus";
    }

    @Override
    public boolean isWanted() {
        return true;
    }

    @Override
    public Object sources() {
        return topology.bindingKeys();
    }

    @Override
    public Deliveries<?> listen() throws IOException, TimeoutException {
        Connection connection =
                Objects.requireNonNull(connections.createConnection().getDelegate());
        topology.declareOn(connection);
        Channel channel = Objects.requireNonNull(connection.createChannel(), "no channel");
        try {
            return subscribed(channel);
        } catch (IOException | RuntimeException e) {
            channel.abort();
            throw e;
        }
    }

    private BusListener subscribed(Channel channel) throws IOException {
        channel.basicQos(settings.prefetch());
        BusListener listener = new BusListener(channel);
        channel.addShutdownListener(_ -> listener.end());
        channel.basicConsume(Topology.QUEUE, false, listener);
        return listener;
    }
}
