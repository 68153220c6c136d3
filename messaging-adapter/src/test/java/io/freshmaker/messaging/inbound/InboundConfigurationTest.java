package io.freshmaker.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.inbound.parser.BodhiUpdateCompleteStableParser;
import io.freshmaker.messaging.inbound.parser.BusParser;
import io.freshmaker.messaging.inbound.parser.GitReceiveParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundConfigurationTest {

    private final List<BusParser> parsers = List.of(new GitReceiveParser(), new BodhiUpdateCompleteStableParser());

    @Test
    void all_parsers_are_on_unless_some_are_named() {
        assertThat(InboundConfiguration.enabled(parsers, named())).isEqualTo(parsers);
        assertThat(InboundConfiguration.enabled(parsers, named("GitReceiveParser")))
                .extracting(BusParser::name)
                .containsExactly("GitReceiveParser");
    }

    @Test
    void a_parser_that_does_not_exist_stops_the_start_with_one_sentence() {
        assertThatThrownBy(() -> InboundConfiguration.enabled(parsers, named("GitReceiveParser", "Nothing")))
                .hasMessage("freshmaker.bus.parsers: unknown Nothing, there are BodhiUpdateCompleteStableParser,"
                        + " GitReceiveParser");
    }

    @Test
    void only_what_a_parser_is_on_for_is_bound() {
        assertThat(new InboundConfiguration()
                        .topology(parsers, named("GitReceiveParser"))
                        .bindingKeys())
                .containsExactly("org.fedoraproject.prod.git.receive");
    }

    private static BusSettings named(String... names) {
        Duration second = Duration.ofSeconds(1);
        return new BusSettings(List.of("org.fedoraproject.prod"), "out", List.of(names), 1, 1, second, second);
    }
}
