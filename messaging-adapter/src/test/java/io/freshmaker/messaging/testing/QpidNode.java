package io.freshmaker.messaging.testing;

import io.freshmaker.platform.testing.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.Exchange;
import org.apache.qpid.server.model.Queue;
import org.apache.qpid.server.model.SystemConfig;
import org.apache.qpid.server.model.VirtualHost;
import org.apache.qpid.server.model.VirtualHostNode;
import org.jspecify.annotations.Nullable;

/** A Broker-J in the JVM of the test, with a port and a folder that outlive its stops. It takes half a second of work to start. */
final class QpidNode {

    private static final Map<String, String> CONFIRMS_ADVERTISED = Map.of(
            "qpid.port.connection_property_enrichers", "[\"STANDARD\", \"SUPPLIED-MAP\"]",
            "qpid.connection.property_map", "{\"capabilities\": {\"publisher_confirms\": true, \"basic.nack\": true}}");

    private final String settings;
    private final Map<String, String> context;
    private final Path folder = TemporaryFolder.create("test-broker");
    private final int port = freePort();
    private @Nullable SystemLauncher launcher;
    private volatile @Nullable SystemConfig<?> system;

    /** Starts, with settings in which the names of {@code context} may be used. */
    QpidNode(String settings, Map<String, String> context) {
        this.settings = settings;
        this.context = Map.copyOf(context);
        start();
    }

    /** Both protocols speak there. */
    int port() {
        return port;
    }

    boolean isRunning() {
        return launcher != null;
    }

    /** Again, after a stop; what is durable is there. */
    void start() {
        Map<String, String> all = new HashMap<>(CONFIRMS_ADVERTISED);
        all.putAll(context);
        all.put("qpid.work_dir", folder.toString());
        all.put("test.amqp_port", Integer.toString(port));
        all.put("test.amqp_password", "guest");
        SystemLauncher starting = new SystemLauncher(new DefaultSystemLauncherListener() {
            @Override
            public void onContainerResolve(SystemConfig<?> resolved) {
                system = resolved;
            }
        });
        try {
            starting.startup(Map.of(
                    SystemConfig.TYPE,
                    "Memory",
                    SystemConfig.CONTEXT,
                    all,
                    SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                    resource(settings),
                    SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION,
                    resource("system.properties"),
                    SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                    "false"));
        } catch (Exception e) {
            throw new IllegalStateException("No broker for the tests", e);
        }
        launcher = starting;
    }

    void stop() {
        if (launcher != null) launcher.shutdown();
        launcher = null;
    }

    /** Takes all queues away, and all exchanges but those that every broker has. */
    void empty() {
        Broker<?> broker = (Broker<?>) Objects.requireNonNull(system).getContainer();
        VirtualHostNode<?> node = broker.findDefautVirtualHostNode();
        VirtualHost<?> host = node.getVirtualHost();
        host.getChildren(Queue.class).forEach(queue -> queue.delete());
        host.getChildren(Exchange.class).stream()
                .filter(exchange ->
                        !exchange.getName().isEmpty() && !exchange.getName().startsWith("amq."))
                .forEach(exchange -> exchange.delete());
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(QpidNode.class.getResource("/test-broker/" + name), name)
                .toString();
    }
}
