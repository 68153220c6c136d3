package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.inbound.parser.BusParser;
import io.freshmaker.messaging.inbound.parser.FollowedTags;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the parsers that are on; everything else follows from them. */
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
