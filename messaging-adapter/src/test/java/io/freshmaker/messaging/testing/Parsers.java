package io.freshmaker.messaging.testing;

import io.freshmaker.messaging.inbound.parser.BodhiUpdateCompleteStableParser;
import io.freshmaker.messaging.inbound.parser.BrewSignRpmParser;
import io.freshmaker.messaging.inbound.parser.BrewTaskStateChangeParser;
import io.freshmaker.messaging.inbound.parser.BusMessage;
import io.freshmaker.messaging.inbound.parser.BusParser;
import io.freshmaker.messaging.inbound.parser.ComposeStateChangeParser;
import io.freshmaker.messaging.inbound.parser.ErrataAdvisorySigningChangedParser;
import io.freshmaker.messaging.inbound.parser.ErrataAdvisoryStateChangedParser;
import io.freshmaker.messaging.inbound.parser.FollowedTags;
import io.freshmaker.messaging.inbound.parser.FreshmakerAsyncManualbuildParser;
import io.freshmaker.messaging.inbound.parser.FreshmakerManualRebuildParser;
import io.freshmaker.messaging.inbound.parser.GitReceiveParser;
import io.freshmaker.messaging.inbound.parser.KojiBuildStateChangeParser;
import io.freshmaker.messaging.inbound.parser.KojiTagParser;
import io.freshmaker.messaging.inbound.parser.KojiTaskStateChangeParser;
import io.freshmaker.messaging.inbound.parser.MBSModuleStateChangeParser;
import io.freshmaker.messaging.inbound.parser.Meaning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Every parser there is, with some tags that are followed. */
public final class Parsers {

    private static final Map<String, String> TAGS = Map.of(
            "f41-updates", "f41",
            "rhel-8.4-candidate", "rhel-8.4.0",
            "f31-updates-pending", "f31",
            "f42", "f42");

    private Parsers() {}

    public static List<BusParser> all() {
        return following(TAGS);
    }

    /** All of them, each with a mistake for as long as is said: it takes every message for a broken one. */
    public static List<BusParser> mistakenWhile(BooleanSupplier mistaken) {
        return all().stream()
                .<BusParser>map(parser -> new Mistaken(parser, mistaken))
                .toList();
    }

    private record Mistaken(BusParser parser, BooleanSupplier mistaken) implements BusParser {

        @Override
        public List<String> topicSuffixes() {
            return parser.topicSuffixes();
        }

        @Override
        public Optional<Meaning> parse(BusMessage message) {
            return parser.parse(mistaken.getAsBoolean() ? BusMessage.read("", "", new byte[0]) : message);
        }

        @Override
        public String name() {
            return parser.name();
        }
    }

    public static List<BusParser> following(Map<String, String> tags) {
        FollowedTags followed = new FollowedTags(tags);
        return List.of(
                new GitReceiveParser(),
                new BodhiUpdateCompleteStableParser(),
                new KojiTaskStateChangeParser(),
                new BrewTaskStateChangeParser(),
                new BrewSignRpmParser(),
                new MBSModuleStateChangeParser(),
                new ComposeStateChangeParser(),
                new FreshmakerManualRebuildParser(),
                new FreshmakerAsyncManualbuildParser(),
                new ErrataAdvisoryStateChangedParser(),
                new ErrataAdvisorySigningChangedParser(),
                new KojiTagParser(followed),
                new KojiBuildStateChangeParser(followed));
    }
}
