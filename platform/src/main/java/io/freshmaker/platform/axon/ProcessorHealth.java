package io.freshmaker.platform.axon;

import java.util.List;
import java.util.Objects;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** UP when every processor works; else it names those that have not started, hold no segment, or fail again and again. */
@Component("processors")
class ProcessorHealth implements HealthIndicator {

    private final List<Processor> processors;
    private final EventProcessingConfiguration processing;

    ProcessorHealth(List<Processor> processors, EventProcessingConfiguration processing) {
        this.processors = processors;
        this.processing = processing;
    }

    @Override
    public Health health() {
        List<String> idle = processors.stream()
                .map(Processor::group)
                .filter(group -> !works(group))
                .sorted()
                .toList();
        return idle.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("not working", idle).build();
    }

    private boolean works(String group) {
        StreamingEventProcessor processor = processing
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElse(null);
        if (processor == null || !processor.isRunning()) return false;
        var segments = processor.processingStatus().values();
        return !segments.isEmpty()
                && segments.stream().filter(Objects::nonNull).noneMatch(EventTrackerStatus::isErrorState);
    }
}
