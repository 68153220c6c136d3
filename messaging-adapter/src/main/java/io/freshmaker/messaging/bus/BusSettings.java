package io.freshmaker.messaging.bus;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.bus.…}. A wrong one stops the start with a sentence that names it.
 *
 * @param topicPrefixes what the topics that we listen to begin with
 * @param outPrefix what the topics that we publish begin with
 * @param parsers names of the parsers that are on; all where none is named
 * @param intakeThreads how many stored messages are worked off at once, 1 to 32
 * @param prefetch how many messages the broker hands out before they are stored, 1 to 10,000
 * @param confirmTimeout how long the broker may take to confirm what we publish, at most 8 s: a processor that is silent for 10 s
 *     loses its claim
 * @param positionTimeout how long the publisher waits for the position of a fact before it tries again, at most 8 s
 * @param parkedLimit how many copies the queue {@code freshmaker.parked} keeps, 1 to 50,000; what they are copies of is stored
 */
@ConfigurationProperties("freshmaker.bus")
public record BusSettings(
        @DefaultValue("org.fedoraproject.prod") List<String> topicPrefixes,
        @DefaultValue("org.fedoraproject.prod.freshmaker") String outPrefix,
        @DefaultValue List<String> parsers,
        @DefaultValue("4") int intakeThreads,
        @DefaultValue("500") int prefetch,
        @DefaultValue("5s") Duration confirmTimeout,
        @DefaultValue("3s") Duration positionTimeout,
        @DefaultValue("10000") int parkedLimit) {

    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** Half of what the queue takes on RabbitMQ, where its length cannot be changed any more. */
    private static final int MOST_PARKED = 50_000;

    public BusSettings {
        topicPrefixes = topicPrefixes.stream()
                .map(prefix -> checkedPrefix("topic-prefixes", prefix))
                .distinct()
                .toList();
        if (topicPrefixes.isEmpty()) throw wrong("topic-prefixes", "at least one prefix", "none");
        outPrefix = checkedPrefix("out-prefix", outPrefix);
        parsers = List.copyOf(parsers);
        checkRange("intake-threads", intakeThreads, 32);
        checkRange("prefetch", prefetch, 10_000);
        checkTime("confirm-timeout", confirmTimeout);
        checkTime("position-timeout", positionTimeout);
        checkRange("parked-limit", parkedLimit, MOST_PARKED);
    }

    /** A trailing dot is dropped, as in the original. */
    private static String checkedPrefix(String name, String prefix) {
        String trimmed = prefix.strip().replaceAll("\\.+$", "");
        if (!trimmed.matches("[\\x21-\\x7e&&[^*#]]{1,150}")) {
            throw wrong(name, "the beginning of a topic, without blanks, * and #", "'" + prefix + "'");
        }
        return trimmed;
    }

    private static void checkRange(String name, int value, int most) {
        if (value < 1 || value > most) throw wrong(name, "a number from 1 to " + most, String.valueOf(value));
    }

    private static void checkTime(String name, Duration value) {
        if (!value.isPositive() || value.compareTo(LONGEST) > 0) {
            throw wrong(name, "a time of at most " + LONGEST.toSeconds() + "s", value.toString());
        }
    }

    private static IllegalArgumentException wrong(String name, String expected, String found) {
        return new IllegalArgumentException(
                "freshmaker.bus.%s: expected %s, found %s".formatted(name, expected, found));
    }
}
