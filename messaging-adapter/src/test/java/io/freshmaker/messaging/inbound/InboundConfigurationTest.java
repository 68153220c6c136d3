package io.freshmaker.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.inbound.parser.BodhiUpdateCompleteStableParser;
import io.freshmaker.messaging.inbound.parser.BrewTaskStateChangeParser;
import io.freshmaker.messaging.inbound.parser.BusParser;
import io.freshmaker.messaging.inbound.parser.GitReceiveParser;
import io.freshmaker.messaging.testing.Parsers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboundConfigurationTest {

    private final List<BusParser> parsers =
            List.of(new GitReceiveParser(), new BodhiUpdateCompleteStableParser(), new BrewTaskStateChangeParser());

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
                        + " BrewTaskStateChangeParser, GitReceiveParser");
    }

    @Test
    void only_what_a_parser_is_on_for_is_bound() {
        assertThat(new InboundConfiguration()
                        .topology(parsers, named("GitReceiveParser"))
                        .bindingKeys())
                .containsExactly("org.fedoraproject.prod.git.receive");
    }

    @Test
    void a_parser_may_have_several_topics() {
        assertThat(new InboundConfiguration()
                        .topology(parsers, named("BrewTaskStateChangeParser"))
                        .bindingKeys())
                .containsExactly(
                        "org.fedoraproject.prod.brew.task.closed",
                        "org.fedoraproject.prod.brew.task.failed",
                        "org.fedoraproject.prod.brew.task.canceled");
    }

    @Test
    void topics_of_tags_are_bound_only_where_tags_are_followed() {
        List<String> without = new InboundConfiguration()
                .topology(Parsers.following(Map.of()), named())
                .bindingKeys();
        List<String> with = new InboundConfiguration()
                .topology(Parsers.following(Map.of("f41-updates", "f41")), named())
                .bindingKeys();

        assertThat(without).isNotEmpty().noneMatch(key -> key.endsWith(".tag") || key.endsWith(".build.state.change"));
        assertThat(with)
                .containsAll(without)
                .contains("org.fedoraproject.prod.buildsys.tag", "org.fedoraproject.prod.buildsys.build.state.change");
    }

    private static BusSettings named(String... names) {
        Duration second = Duration.ofSeconds(1);
        return new BusSettings(List.of("org.fedoraproject.prod"), "out", List.of(names), 1, 1, second, second, 100);
    }
}
