package io.freshmaker.platform.axon;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * UP when every processor runs and has its segment, here or in another process; else it names those that have not started, are
 * held by nobody, or fail again and again here.
 */
@Component("processors")
class ProcessorHealth implements HealthIndicator {

    /**
     * A claim is valid for 10 s; those of a process that died are taken over within a few seconds more, and so is what a process
     * has just left to the others.
     */
    private static final Duration HELD = Duration.ofSeconds(15);

    private final List<Processor> processors;
    private final EventProcessingConfiguration processing;
    private final JdbcClient sql;
    private final Clock clock;

    ProcessorHealth(List<Processor> processors, EventProcessingConfiguration processing, JdbcClient sql, Clock clock) {
        this.processors = processors;
        this.processing = processing;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            return healthOfAll();
        } catch (DataAccessException | TransactionException e) {
            return Health.down().withDetail("not known", e.toString()).build();
        }
    }

    private Health healthOfAll() {
        Set<String> held = heldSomewhere();
        List<String> idle = processors.stream()
                .map(Processor::group)
                .filter(group -> !works(group, held))
                .sorted()
                .toList();
        return idle.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("not working", idle).build();
    }

    private boolean works(String group, Set<String> held) {
        StreamingEventProcessor processor = processing
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElse(null);
        if (processor == null || !processor.isRunning()) return false;
        var segments = processor.processingStatus().values();
        if (segments.isEmpty()) return held.contains(group);
        boolean fails = segments.stream().filter(Objects::nonNull).anyMatch(EventTrackerStatus::isErrorState);
        return !fails || (held.contains(group) && isOthers(group));
    }

    /** A process that was paused fails when it finds its claim gone, and remembers that failure until it gets the claim again. */
    private boolean isOthers(String group) {
        return processing.tokenStore(group).fetchAvailableSegments(group).isEmpty();
    }

    private Set<String> heldSomewhere() {
        String oldest = clock.instant().minus(HELD).toString();
        return new HashSet<>(sql.sql("select processor_name from token_entry where timestamp > ?")
                .param(oldest)
                .query(String.class)
                .list());
    }
}
