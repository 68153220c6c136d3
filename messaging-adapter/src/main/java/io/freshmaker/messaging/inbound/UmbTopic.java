package io.freshmaker.messaging.inbound;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topic of a message of the UMB, in the form that the original knows, {@code /topic/VirtualTopic.eng.…} (spec §3.4). The broker
 * copies what was sent to a virtual topic into the queues of those who listen to it, so the queue does not tell it, unless it is of
 * one topic only.
 */
final class UmbTopic {

    private static final String TOPIC = "topic://";
    private static final String QUEUE = "queue://";
    private static final String CONSUMER = "Consumer.";
    private static final String VIRTUAL = "VirtualTopic.";
    private static final String STOMP = "/topic/";

    private UmbTopic() {}

    /** What the message was sent to, else what its properties or its subject say, else what its queue is for, else nothing. */
    static String of(@Nullable String to, @Nullable String subject, Map<String, Object> headers, String queue) {
        return Stream.of(named(to), header("destination", headers), header("topic", headers), named(subject))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> onlyTopicOf(queue));
    }

    private static Optional<String> header(String name, Map<String, Object> headers) {
        return headers.get(name) instanceof String text ? named(text) : Optional.empty();
    }

    private static Optional<String> named(@Nullable String destination) {
        if (destination == null || destination.startsWith(QUEUE) || destination.startsWith(CONSUMER)) {
            return Optional.empty();
        }
        String name = destination.startsWith(TOPIC) ? destination.substring(TOPIC.length()) : destination;
        return name.contains(".") ? Optional.of(inStompForm(name)) : Optional.empty();
    }

    private static String onlyTopicOf(String queue) {
        int begin = queue.indexOf("." + VIRTUAL);
        if (begin < 0 || queue.contains("*") || queue.contains(">")) return "";
        return inStompForm(queue.substring(begin + 1));
    }

    private static String inStompForm(String name) {
        return name.startsWith(VIRTUAL) ? STOMP + name : name;
    }
}
