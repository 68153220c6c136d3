package io.freshmaker.platform.axon;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
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
    private final ProcessorFailures failures;
    private final ProcessName self;
    private final JdbcClient sql;
    private final Clock clock;

    ProcessorHealth(
            List<Processor> processors,
            EventProcessingConfiguration processing,
            ProcessorFailures failures,
            ProcessName self,
            JdbcClient sql,
            Clock clock) {
        this.processors = processors;
        this.processing = processing;
        this.failures = failures;
        this.self = self;
        this.sql = sql;
        this.clock = clock;
    }

    /** A segment that was claimed, renewed or left not long ago. */
    private record Claim(String group, @Nullable String owner) {}

    @Override
    public Health health() {
        try {
            return healthOfAll();
        } catch (DataAccessException | TransactionException e) {
            return Health.down().withDetail("not known", e.toString()).build();
        }
    }

    private Health healthOfAll() {
        List<Claim> claims = claims();
        List<String> idle = processors.stream()
                .map(Processor::group)
                .filter(group -> !works(group, claims))
                .sorted()
                .toList();
        return idle.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("not working", idle).build();
    }

    private boolean works(String group, List<Claim> claims) {
        StreamingEventProcessor processor = processing
                .eventProcessorByProcessingGroup(group, StreamingEventProcessor.class)
                .orElse(null);
        if (processor == null || !processor.isRunning()) return false;
        return worksHere(processor)
                || claims.stream().anyMatch(claim -> claim.group.equals(group) && worksElsewhere(claim));
    }

    private static boolean worksHere(StreamingEventProcessor processor) {
        var segments = processor.processingStatus().values();
        return !segments.isEmpty()
                && segments.stream().filter(Objects::nonNull).noneMatch(EventTrackerStatus::isErrorState);
    }

    /** Or will in a moment: somebody has just left it, and not because of a failure. */
    private boolean worksElsewhere(Claim claim) {
        boolean byAnother = claim.owner != null && !claim.owner.equals(self.value());
        return byAnother || failures.recent(claim.group).isEmpty();
    }

    private List<Claim> claims() {
        return sql.sql("select processor_name, owner from token_entry where timestamp > ?")
                .param(DateTimeUtils.formatInstant(clock.instant().minus(HELD)))
                .query((row, _) -> new Claim(row.getString(1), row.getString(2)))
                .list();
    }
}
