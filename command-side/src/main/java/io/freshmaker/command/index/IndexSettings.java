package io.freshmaker.command.index;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.index.…}.
 *
 * @param answersWhenAway what may be answered from the index while the system that knows images is away
 * @param othersBuilds whether what the bus says of builds of others makes us ask what came out of them
 * @param refreshInterval from one round of reading the oldest entries again to the next
 * @param refreshAtMost how many images a round reads again
 * @param refreshChunk how many are asked for at once
 * @param refreshAfter how old an entry becomes before it is read again
 */
@ConfigurationProperties(IndexSettings.PREFIX)
public record IndexSettings(
        @DefaultValue("nothing") AnswersWhenAway answersWhenAway,
        @DefaultValue("true") boolean othersBuilds,
        @DefaultValue("10m") Duration refreshInterval,
        @DefaultValue("2000") int refreshAtMost,
        @DefaultValue("100") int refreshChunk,
        @DefaultValue("1d") Duration refreshAfter) {

    static final String PREFIX = "freshmaker.index";

    public IndexSettings {
        require(refreshInterval.isPositive(), "refresh-interval", "a duration above zero", refreshInterval);
        require(!refreshAfter.isNegative(), "refresh-after", "a duration of zero or more", refreshAfter);
        require(refreshAtMost >= 0, "refresh-at-most", "zero or more", refreshAtMost);
        require(refreshChunk > 0, "refresh-chunk", "a number above zero", refreshChunk);
    }

    private static void require(boolean right, String name, String expected, Object found) {
        if (right) return;
        throw new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
    }
}
