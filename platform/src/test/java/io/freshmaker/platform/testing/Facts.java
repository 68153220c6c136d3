package io.freshmaker.platform.testing;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Revision;

/** Facts about things of no meaning. */
public final class Facts {

    private Facts() {}

    /** Something happened. */
    @Revision("1")
    public record Happened(String thing, String what) {}

    /** That many facts about a thing that had none before. */
    public static List<DomainEventMessage<?>> about(String thing, int count) {
        return IntStream.range(0, count)
                .<DomainEventMessage<?>>mapToObj(
                        i -> new GenericDomainEventMessage<>("Thing", thing, i, new Happened(thing, "number " + i)))
                .toList();
    }

    /** The first fact about a new thing. */
    public static DomainEventMessage<?> one() {
        return about("thing-" + UUID.randomUUID(), 1).getFirst();
    }
}
