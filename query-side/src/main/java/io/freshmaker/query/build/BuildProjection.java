package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.platform.axon.FactBatch;
import io.freshmaker.query.readmodel.Forgotten;
import io.freshmaker.query.readmodel.ReadModel;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.replay.ResetContext;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps one row for each build, as the API shows it. */
@Component
@ProcessingGroup(ReadModel.GROUP)
class BuildProjection {

    private final KnownParents parents = new KnownParents();
    private final BuildTable table;
    private final BuildStateMetrics metrics;
    private final Forgotten forgotten;

    BuildProjection(BuildTable table, BuildStateMetrics metrics, Forgotten forgotten) {
        this.table = table;
        this.forgotten = forgotten;
        this.metrics = metrics;
    }

    @EventHandler(payloadType = ArtifactBuildDomainEvent.class)
    void on(EventMessage<ArtifactBuildDomainEvent> fact, UnitOfWork<?> unit) {
        if (ReadModel.BUILDS.sees(fact)) FactBatch.add(unit, BuildProjection.class, fact, this::project);
    }

    @ResetHandler
    void reset(ResetContext<?> reset) {
        if (ReadModel.BUILDS.isEmptiedBy(reset)) table.empty();
    }

    private void project(List<EventMessage<ArtifactBuildDomainEvent>> all) {
        List<EventMessage<ArtifactBuildDomainEvent>> facts =
                forgotten.without(all, fact -> fact.getPayload().eventId());
        BuildBatch batch =
                BuildBatch.of(facts.stream().map(EventMessage::getPayload).toList(), table, parents);
        for (EventMessage<ArtifactBuildDomainEvent> fact : facts) {
            if (fact.getPayload() instanceof ArtifactBuildPlanned planned) batch.plan(planned, fact.getTimestamp());
            else batch.change(fact.getPayload(), fact.getTimestamp());
        }
        table.save(batch.changed());
        if (facts.stream().noneMatch(ReplayToken::isReplay)) measureAfterCommit(batch.left());
    }

    /** A replay measures nothing, and a batch that fails is handled again. */
    private void measureAfterCommit(List<BuildBatch.Left> left) {
        CurrentUnitOfWork.get().root().afterCommit(_ -> left.forEach(one -> metrics.left(one.state(), one.time())));
    }
}
