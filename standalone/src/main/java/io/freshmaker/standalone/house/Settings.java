package io.freshmaker.standalone.house;

import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The options of a start, and the parts that were started for it, as Spring properties. */
final class Settings {

    /** How a PostgreSQL that somebody else runs is talked to, unless a setting says otherwise. */
    private static final Map<String, Object> OVER_A_NETWORK = Map.of(
            "spring.datasource.hikari.data-source-properties.connectTimeout", "5",
            "spring.datasource.hikari.data-source-properties.socketTimeout", "60",
            "spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true",
            "spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true",
            // What a process that vanished without a word had locked becomes free.
            "spring.datasource.hikari.connection-init-sql", "set idle_in_transaction_session_timeout = '60s'");

    private final Map<String, Object> defaults = new HashMap<>(Examples.settings());
    private final Map<String, String> fixed;

    Settings(StartOptions options, Path data, int httpPort) {
        fixed = new HashMap<>(options.settings());
        fixed.put("server.port", Integer.toString(httpPort));
        fixed.put("data", data.toString());
        options.catalog().ifPresent(file -> fixed.put("catalog", file.toString()));
        options.rules().ifPresent(file -> fixed.put("rules", file.toString()));
        if (!options.embedded().postgres()) defaults.putAll(OVER_A_NETWORK);
    }

    Settings with(PostgresServer postgres) {
        fixed.put("spring.datasource.url", postgres.jdbcUrl());
        fixed.put("spring.datasource.username", "postgres");
        fixed.put("spring.datasource.password", "");
        fixed.putIfAbsent("freshmaker.wake-up", "local"); // nobody else works on our own PostgreSQL
        fixed.put("spring.flyway.locations", "classpath:db/migration,classpath:db/embedded");
        return this;
    }

    Settings with(EmbeddedBroker broker, String password) {
        URI bus = URI.create(broker.address());
        fixed.put("spring.rabbitmq.host", bus.getHost());
        fixed.put("spring.rabbitmq.port", Integer.toString(bus.getPort()));
        fixed.put("spring.rabbitmq.virtual-host", "/");
        fixed.put("spring.rabbitmq.username", "guest");
        fixed.put("spring.rabbitmq.password", password);
        return this;
    }

    /** What holds unless something else is said. */
    Map<String, Object> defaults() {
        return defaults;
    }

    /** What nothing overrides. */
    Map<String, String> fixed() {
        return fixed;
    }
}
