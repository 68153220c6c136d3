package io.freshmaker.standalone.house;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code ./freshmaker start} was asked for (contract §1). Port 0 is any free one. {@code settings} are further Spring
 * properties, by their full names.
 */
public record StartOptions(
        int port,
        int amqpPort,
        OptionalInt postgresPort,
        Path data,
        Optional<Path> catalog,
        Optional<Path> rules,
        Map<String, String> settings) {

    public static final int PORT = 8080;
    public static final int AMQP_PORT = 5673;

    private static final String PASSWORD = "freshmaker.bus.embedded.password";

    public StartOptions {
        settings = Map.copyOf(settings);
    }

    /** Everything usual but the folder, on free ports: for tests and benchmarks. */
    public static StartOptions anywhere(Path data) {
        return new StartOptions(0, 0, OptionalInt.empty(), data, Optional.empty(), Optional.empty(), Map.of());
    }

    public StartOptions with(Map<String, String> furtherSettings) {
        var all = new HashMap<>(settings);
        all.putAll(furtherSettings);
        return new StartOptions(port, amqpPort, postgresPort, data, catalog, rules, all);
    }

    public StartOptions with(Path newCatalog, Path newRules) {
        return new StartOptions(
                port, amqpPort, postgresPort, data, Optional.of(newCatalog), Optional.of(newRules), settings);
    }

    /** Which parts are started, and which are somebody else's. */
    public Embedded embedded() {
        return Embedded.unlessNamedIn(settings);
    }

    String brokerPassword() {
        return settings.getOrDefault(PASSWORD, "guest");
    }
}
