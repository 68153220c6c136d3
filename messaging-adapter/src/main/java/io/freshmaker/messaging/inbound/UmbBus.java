package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.umb.UmbConnections;
import io.freshmaker.messaging.umb.UmbSettings;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.apache.qpid.protonj2.client.Connection;

/** The UMB: its queues are others' to make; one of them that is missing is as if the whole of it were away. */
final class UmbBus implements Bus {

    private final UmbConnections connections;
    private final UmbSettings settings;

    UmbBus(UmbConnections connections, UmbSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "UMB";
    }

    @Override
    public boolean isWanted() {
        return settings.isHeard();
    }

    @Override
    public Object sources() {
        return settings.queues();
    }

    @Override
    public Deliveries<?> listen() throws IOException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Connection connection = connections.connect(ended::countDown);
        try {
            UmbListener listener = new UmbListener(connection, ended);
            for (String queue : settings.queues()) listener.subscribe(queue, settings.prefetch());
            return listener;
        } catch (IOException | InterruptedException e) {
            connection.close();
            throw e;
        }
    }
}
