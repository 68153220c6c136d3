package io.freshmaker.query.metrics;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.query.readmodel.ReadModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Counts how Events and builds ended since this process started, by the original's names (spec §10.9). Replays do not count. */
@Component
@ProcessingGroup(ReadModel.GROUP)
@DisallowReplay
class RebuildCounters {

    private static final Map<Class<? extends DomainEvent>, String> NAMES = Map.of(
            ArtifactBuildSucceeded.class, "freshmaker_artifact_build_done",
            ArtifactBuildFailed.class, "freshmaker_artifact_build_failed",
            ArtifactBuildCanceled.class, "freshmaker_artifact_build_canceled",
            EventCompleted.class, "freshmaker_event_complete",
            EventFailed.class, "freshmaker_event_failed",
            EventSkipped.class, "freshmaker_event_skipped",
            EventCanceled.class, "freshmaker_event_canceled");

    private final Map<Class<? extends DomainEvent>, Counter> counters;

    RebuildCounters(MeterRegistry registry) {
        counters = NAMES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> registry.counter(name.getValue())));
    }

    @EventHandler
    void on(DomainEvent fact, UnitOfWork<?> unit) {
        Counter counter = counters.get(fact.getClass());
        if (counter != null) unit.afterCommit(_ -> counter.increment()); // a failed batch is handled again
    }
}
