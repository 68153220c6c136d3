package io.freshmaker.platform.balance;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processors that this process knows, by their groups. */
record Processors(List<String> groups, EventProcessingConfiguration processing) {

    private static final Logger log = LoggerFactory.getLogger(Processors.class);

    /** The groups of those that hold a segment here. */
    Set<String> held() {
        return groups.stream()
                .filter(group -> named(group).anyMatch(Processors::holdsSomething))
                .collect(Collectors.toSet());
    }

    /** Leaves its segment to whoever claims it first in the next seconds. */
    void release(String group) {
        named(group)
                .forEach(processor ->
                        Set.copyOf(processor.processingStatus().keySet()).forEach(processor::releaseSegment));
        log.info("Processor {} is left to another process", group);
    }

    /** While the database is away a processor looks ever more seldom, in the end once a minute: those that hold nothing begin anew. */
    void awake() {
        groups.stream()
                .flatMap(this::named)
                .filter(processor -> processor.isRunning() && !holdsSomething(processor))
                .forEach(processor -> {
                    processor.shutDown();
                    processor.start();
                });
    }

    private Stream<StreamingEventProcessor> named(String group) {
        return processing.eventProcessorByProcessingGroup(group, StreamingEventProcessor.class).stream();
    }

    private static boolean holdsSomething(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream().anyMatch(Objects::nonNull);
    }
}
