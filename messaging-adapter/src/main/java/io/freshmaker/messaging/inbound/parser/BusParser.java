package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.Trigger;
import java.util.Optional;

/** Knows one kind of bus message. "Not for us" is empty; "broken" is {@link MalformedMessage}. Named as in the original. */
public interface BusParser {

    /** What the topics of its messages end with. */
    String topicSuffix();

    /** What the message means for us, if anything. */
    Optional<Trigger> parse(BusMessage message);

    default String name() {
        return getClass().getSimpleName();
    }

    default boolean understands(String topic) {
        return topic.endsWith("." + topicSuffix()) || topic.endsWith("/" + topicSuffix());
    }
}
