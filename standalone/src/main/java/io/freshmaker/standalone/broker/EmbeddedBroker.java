package io.freshmaker.standalone.broker;

import io.freshmaker.standalone.failure.CannotStart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.model.SystemConfig;

/**
 * An AMQP 0-9-1 broker in the process (Qpid Broker-J) on the loopback address: virtual host {@code /}, user {@code guest}.
 * Durable queues, their bindings and persistent messages are kept in the folder and survive a killed process.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** Without it clients such as pika believe that the broker has no publisher confirms; it has, but does not say so. */
    private static final Map<String, String> CONFIRMS_ADVERTISED = Map.of(
            "qpid.port.connection_property_enrichers", "[\"STANDARD\", \"SUPPLIED-MAP\"]",
            "qpid.connection.property_map", "{\"capabilities\": {\"publisher_confirms\": true, \"basic.nack\": true}}");

    private final SystemLauncher launcher;
    private final int port;
    private final String password;

    private EmbeddedBroker(SystemLauncher launcher, int port, String password) {
        this.launcher = launcher;
        this.port = port;
        this.password = password;
    }

    /**
     * @param folder where its store lies; made when absent
     * @param port a free port
     * @throws CannotStart with the reason
     */
    public static EmbeddedBroker start(Path folder, int port, String password) {
        StartFailure failure = new StartFailure();
        SystemLauncher launcher = new SystemLauncher(failure);
        try {
            launcher.startup(attributes(folder.toAbsolutePath().normalize(), port, password));
        } catch (Exception e) {
            throw cannotStart(folder, e);
        }
        failure.seen().ifPresent(e -> {
            throw cannotStart(folder, e);
        });
        return new EmbeddedBroker(launcher, port, password);
    }

    /** Where clients connect, whose usual user and password are ours too; it can be shown to anyone. */
    public String address() {
        return "amqp://127.0.0.1:%d/%%2F".formatted(port);
    }

    /** The address with user and password. */
    public String url() {
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        return "amqp://guest:%s@127.0.0.1:%d/%%2F".formatted(encoded, port);
    }

    @Override
    public void close() {
        launcher.shutdown();
    }

    private static Map<String, Object> attributes(Path folder, int port, String password) {
        HashMap<String, String> context = new HashMap<>(CONFIRMS_ADVERTISED);
        context.put("broker.failStartupWithErroredChild", "true"); // its default is to run without what failed
        context.put("qpid.work_dir", folder.toString());
        context.put("freshmaker.amqp_port", Integer.toString(port));
        context.put("freshmaker.amqp_password", password);
        return Map.of(
                SystemConfig.TYPE,
                "Memory",
                SystemConfig.CONTEXT,
                context,
                SystemConfig.INITIAL_CONFIGURATION_LOCATION,
                resource("broker.json"),
                SystemConfig.INITIAL_SYSTEM_PROPERTIES_LOCATION,
                resource("system.properties"),
                SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT,
                "false");
    }

    private static String resource(String name) {
        return Objects.requireNonNull(EmbeddedBroker.class.getResource("/broker/" + name), name)
                .toString();
    }

    private static CannotStart cannotStart(Path folder, Exception cause) {
        return new CannotStart(
                "The embedded broker did not start (%s); its store is in %s.".formatted(cause.getMessage(), folder),
                cause);
    }
}
