package io.freshmaker.messaging.testing;

import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;
import org.jspecify.annotations.Nullable;

/** The broker that standalone has embedded (Qpid Broker-J), in the JVM of the test. */
public class EmbeddedTestBroker extends TestBroker {

    private static final Map<String, String> CONFIRMS_ADVERTISED = Map.of(
            "qpid.port.connection_property_enrichers", "[\"STANDARD\", \"SUPPLIED-MAP\"]",
            "qpid.connection.property_map", "{\"capabilities\": {\"publisher_confirms\": true, \"basic.nack\": true}}");

    private final String settings;
    private final Map<String, String> context;
    private final Path folder;
    private final int port = freePort();
    private @Nullable SystemLauncher launcher;

    public EmbeddedTestBroker() {
        this("broker.json", Map.of());
    }

    /** With settings of its own, in which the names of {@code context} may be used. */
    protected EmbeddedTestBroker(String settings, Map<String, String> context) {
        this.settings = settings;
        this.context = Map.copyOf(context);
        try {
            folder = Files.createTempDirectory("test-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    @Override
    public void start() {
        var all = new HashMap<>(CONFIRMS_ADVERTISED);
        all.putAll(context);
        all.put("qpid.work_dir", folder.toString());
        all.put("test.amqp_port", Integer.toString(port));
        all.put("test.amqp_password", "guest");
        SystemLauncher starting = new SystemLauncher();
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

    @Override
    public void stop() {
        disconnect();
        if (launcher != null) launcher.shutdown();
        launcher = null;
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ConnectionFactory client() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        return factory;
    }

    private static String resource(String name) {
        return Objects.requireNonNull(EmbeddedTestBroker.class.getResource("/test-broker/" + name), name)
                .toString();
    }

    /** Both protocols speak there. */
    protected final int port() {
        return port;
    }

    protected static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
