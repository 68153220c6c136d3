package io.freshmaker.platform.balance;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processors that this process knows, by their groups. */
record Processors(List<String> groups, EventProcessingConfiguration processing) {

    private static final Logger log = LoggerFactory.getLogger(Processors.class);

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
                .filter(processor -> processor.isRunning() && !works(processor))
                .forEach(processor -> {
                    processor.shutDown();
                    processor.start();
                });
    }

    private Stream<StreamingEventProcessor> named(String group) {
        return processing.eventProcessorByProcessingGroup(group, StreamingEventProcessor.class).stream();
    }

    /** After a failure a segment is shown until it is claimed again, here or elsewhere. */
    private static boolean works(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .anyMatch(status -> status != null && !status.isErrorState());
    }
}
