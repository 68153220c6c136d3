package io.freshmaker.query.compose;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.compose.ComposeDomainEvent;
import io.freshmaker.platform.axon.FactBatch;
import io.freshmaker.query.readmodel.Forgotten;
import io.freshmaker.query.readmodel.ReadModel;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.replay.ResetContext;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps one row for each compose that an Event wants, and which builds need it. */
@Component
@ProcessingGroup(ReadModel.GROUP)
class ComposeProjection {

    private final ComposeTable table;
    private final Forgotten forgotten;

    ComposeProjection(ComposeTable table, Forgotten forgotten) {
        this.table = table;
        this.forgotten = forgotten;
    }

    @EventHandler(payloadType = ComposeDomainEvent.class)
    void on(EventMessage<ComposeDomainEvent> fact, UnitOfWork<?> unit) {
        if (ReadModel.COMPOSES.sees(fact)) FactBatch.add(unit, ComposeProjection.class, fact, this::project);
    }

    @EventHandler(payloadType = ArtifactBuildPlanned.class)
    void onPlanned(EventMessage<ArtifactBuildPlanned> fact, UnitOfWork<?> unit) {
        if (ReadModel.COMPOSES.sees(fact)) FactBatch.add(unit, ComposeTable.class, fact.getPayload(), this::need);
    }

    @ResetHandler
    void reset(ResetContext<?> reset) {
        if (ReadModel.COMPOSES.isEmptiedBy(reset)) table.empty();
    }

    private void project(List<EventMessage<ComposeDomainEvent>> facts) {
        forgotten
                .without(facts, fact -> fact.getPayload().eventId())
                .forEach(fact -> table.change(fact.getPayload(), fact.getTimestamp()));
    }

    private void need(List<ArtifactBuildPlanned> builds) {
        table.need(forgotten.without(builds, ArtifactBuildPlanned::eventId));
    }
}
