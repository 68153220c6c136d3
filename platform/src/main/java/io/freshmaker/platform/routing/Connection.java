package io.freshmaker.platform.routing;

import io.freshmaker.platform.cluster.ClusterSettings;
import io.freshmaker.platform.cluster.Presence;
import org.springframework.context.SmartLifecycle;

/** Joins the other members before anything here may send a command, and leaves them after the last one. */
final class Connection implements SmartLifecycle {

    private static final int AFTER_PRESENCE = Presence.PHASE + 5;

    private final Connector connector;
    private final ClusterSettings settings;
    private volatile boolean running;

    Connection(Connector connector, ClusterSettings settings) {
        this.connector = connector;
        this.settings = settings;
    }

    @Override
    public void start() {
        try {
            connector.connect();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "freshmaker.cluster.port: none of the ports %d to %d of %s could be used to join the other processes (%s)"
                            .formatted(
                                    settings.port(), settings.port() + settings.portRange(), settings.bindAddress(), e),
                    e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        connector.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_PRESENCE;
    }
}
