package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.inbound.parser.BusParser;
import io.freshmaker.messaging.inbound.parser.FollowedTags;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import io.freshmaker.messaging.umb.UmbConnections;
import io.freshmaker.messaging.umb.UmbSettings;
import io.freshmaker.platform.axon.Processor;
import io.freshmaker.platform.retention.Expiring;
import io.freshmaker.platform.retention.ExpiringRows;
import io.freshmaker.platform.retention.RetentionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses the parsers that are on, from which the topology follows, and says how long messages are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BusSettings.class, FollowedTags.class})
class InboundConfiguration {

    @Bean
    Interpreter interpreter(List<BusParser> parsers, BusSettings settings) {
        return new Interpreter(enabled(parsers, settings));
    }

    @Bean
    Topology topology(List<BusParser> parsers, BusSettings settings) {
        List<String> suffixes = enabled(parsers, settings).stream()
                .flatMap(parser -> parser.topicSuffixes().stream())
                .toList();
        return Topology.of(settings.topicPrefixes(), suffixes);
    }

    @Bean
    Subscription busSubscription(
            ConnectionFactory connections, Topology topology, BusSettings settings, Receiving receiving) {
        return new Subscription(new RabbitBus(connections, topology, settings), receiving);
    }

    @Bean
    Subscription umbSubscription(UmbConnections connections, UmbSettings settings, Receiving receiving) {
        return new Subscription(new UmbBus(connections, settings), receiving);
    }

    @Bean
    Processor parkedMessages() {
        return Processor.policy(WorkOffOnLeftoverRetried.GROUP);
    }

    /** Neither those that are still to be worked off nor parked ones are ever removed. */
    @Bean
    Expiring messageRetention(RetentionSettings settings, JdbcClient sql) {
        return expiring("messages", settings.messages(), "'registered', 'applied', 'dropped'", sql);
    }

    @Bean
    Expiring ignoredMessageRetention(RetentionSettings settings, JdbcClient sql) {
        return expiring("ignored-messages", settings.ignoredMessages(), "'ignored'", sql);
    }

    /** In no order: the first time there may be millions. */
    private static Expiring expiring(String what, Duration kept, String outcomes, JdbcClient sql) {
        String old =
                "select id from incoming_message where outcome in (%s) and received_at < ? limit ?".formatted(outcomes);
        return new ExpiringRows(what, kept, "incoming_message", "id", old, sql);
    }

    static List<BusParser> enabled(List<BusParser> parsers, BusSettings settings) {
        if (settings.parsers().isEmpty()) return parsers;
        Set<String> unknown = new TreeSet<>(settings.parsers());
        parsers.forEach(parser -> unknown.remove(parser.name()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("freshmaker.bus.parsers: unknown %s, there are %s"
                    .formatted(
                            String.join(", ", unknown),
                            parsers.stream().map(BusParser::name).sorted().collect(Collectors.joining(", "))));
        }
        return parsers.stream()
                .filter(parser -> settings.parsers().contains(parser.name()))
                .toList();
    }
}
