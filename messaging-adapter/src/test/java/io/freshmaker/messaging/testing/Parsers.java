package io.freshmaker.messaging.testing;

import io.freshmaker.messaging.inbound.parser.BodhiUpdateCompleteStableParser;
import io.freshmaker.messaging.inbound.parser.BrewTaskStateChangeParser;
import io.freshmaker.messaging.inbound.parser.BusParser;
import io.freshmaker.messaging.inbound.parser.FollowedTags;
import io.freshmaker.messaging.inbound.parser.GitReceiveParser;
import io.freshmaker.messaging.inbound.parser.KojiBuildStateChangeParser;
import io.freshmaker.messaging.inbound.parser.KojiTagParser;
import io.freshmaker.messaging.inbound.parser.KojiTaskStateChangeParser;
import io.freshmaker.messaging.inbound.parser.MBSModuleStateChangeParser;
import java.util.List;
import java.util.Map;

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

    public static List<BusParser> following(Map<String, String> tags) {
        FollowedTags followed = new FollowedTags(tags);
        return List.of(
                new GitReceiveParser(),
                new BodhiUpdateCompleteStableParser(),
                new KojiTaskStateChangeParser(),
                new BrewTaskStateChangeParser(),
                new MBSModuleStateChangeParser(),
                new KojiTagParser(followed),
                new KojiBuildStateChangeParser(followed));
    }
}
