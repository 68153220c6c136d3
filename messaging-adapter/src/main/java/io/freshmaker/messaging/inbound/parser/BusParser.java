package io.freshmaker.messaging.inbound.parser;

import java.util.List;
import java.util.Optional;

/** Knows one kind of bus message. "Not for us" is empty; "broken" is {@link MalformedMessage}. Named as in the original. */
public interface BusParser {

    /** What the topics of its messages end with; none where the settings leave it nothing to do. */
    List<String> topicSuffixes();

    /** What the message means for us, if anything. */
    Optional<Meaning> parse(BusMessage message);

    default String name() {
        return getClass().getSimpleName();
    }

    default boolean understands(String topic) {
        return topicSuffixes().stream()
                .anyMatch(
                        suffix -> topic.equals(suffix) || topic.endsWith("." + suffix) || topic.endsWith("/" + suffix));
    }
}
