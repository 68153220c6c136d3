package io.freshmaker.standalone.house;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.amqp.autoconfigure.RabbitConnectionDetails;
import org.springframework.context.ApplicationContext;

/** Where the bus and PostgreSQL are, as it can be shown to anyone: without user and password. */
record Addresses(ApplicationContext context) {

    String bus() {
        RabbitConnectionDetails bus = context.getBean(RabbitConnectionDetails.class);
        String scheme = bus.getSslBundle() != null
                        || context.getEnvironment().getProperty("spring.rabbitmq.ssl.enabled", Boolean.class, false)
                ? "amqps"
                : "amqp";
        String hosts = bus.getAddresses().stream()
                .map(address -> address.host() + ":" + address.port())
                .collect(Collectors.joining(","));
        String virtualHost = Objects.requireNonNullElse(bus.getVirtualHost(), "/");
        return "%s://%s/%s".formatted(scheme, hosts, URLEncoder.encode(virtualHost, StandardCharsets.UTF_8));
    }

    /** Without what follows the name of the database, which may be a secret. */
    String postgres() {
        return context.getEnvironment()
                .getRequiredProperty("spring.datasource.url")
                .replaceFirst("^jdbc:", "")
                .replaceFirst("\\?.*", "");
    }
}
