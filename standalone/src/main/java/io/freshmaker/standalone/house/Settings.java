package io.freshmaker.standalone.house;

import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The options of a start as Spring properties. */
final class Settings {

    private Settings() {}

    static Map<String, String> of(
            StartOptions options, Path data, int httpPort, PostgresServer postgres, EmbeddedBroker broker) {
        Map<String, String> settings = new HashMap<>(options.settings());
        settings.put("server.port", Integer.toString(httpPort));
        settings.put("data", data.toString());
        options.catalog().ifPresent(file -> settings.put("catalog", file.toString()));
        options.rules().ifPresent(file -> settings.put("rules", file.toString()));
        settings.put("spring.datasource.url", postgres.jdbcUrl());
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.password", "");
        settings.putIfAbsent("freshmaker.wake-up", "local"); // nobody else works on our own PostgreSQL
        URI bus = URI.create(broker.url());
        settings.put("spring.rabbitmq.host", bus.getHost());
        settings.put("spring.rabbitmq.port", Integer.toString(bus.getPort()));
        settings.put("spring.rabbitmq.virtual-host", "/");
        settings.put("spring.rabbitmq.username", "guest");
        settings.put("spring.rabbitmq.password", options.brokerPassword());
        return settings;
    }
}
