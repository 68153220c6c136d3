package io.freshmaker.command.rebuild;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PlanArtifactBuilds;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.StartArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCommand.ActivateRebuild;
import io.freshmaker.api.event.EventCommand.CompleteEvent;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.EventId;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import java.util.stream.Gatherers;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Opens the plan of one Event and closes the Event. Two phases: first every build is stored, then those start that nothing
 * blocks, because a build stored after its parent's end would wait for ever. Remembers numbers only, never the builds.
 */
@Saga
@ProcessingGroup(RebuildSaga.GROUP)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@SuppressWarnings("NullAway.Init") // Axon makes it empty and fills it from its stored state
public class RebuildSaga {

    public static final String GROUP = "rebuilds";

    private static final int CHUNK = 250;

    @Autowired
    private transient Commands commands;

    private int builds;
    private Tally tally = Tally.NONE;

    @StartSaga
    @SagaEventHandler(associationProperty = "eventId")
    void on(RebuildPlanned fact) {
        builds = fact.builds().size();
        fact.builds().stream()
                .gather(Gatherers.windowFixed(CHUNK))
                .forEach(some ->
                        commands.send(new PlanArtifactBuilds(fact.eventId(), fact.eventNumber(), some, fact.dryRun())));
        commands.send(new ActivateRebuild(fact.eventId()));
    }

    @SagaEventHandler(associationProperty = "eventId")
    void on(RebuildActivated fact) {
        commands.sendAll(fact.ready().stream()
                .map(build -> new StartArtifactBuild(build, List.of()))
                .toList());
    }

    @SagaEventHandler(associationProperty = "eventId")
    void on(EventCanceled fact) {
        Reason reason = Reason.of(ReasonCode.EVENT_CANCELED);
        commands.sendAll(fact.builds().stream()
                .map(build -> new CancelArtifactBuild(build, reason, null))
                .toList());
    }

    @SagaEventHandler(associationProperty = "eventId")
    void on(ArtifactBuildSucceeded fact) {
        count(fact.eventId(), tally.oneDone());
    }

    @SagaEventHandler(associationProperty = "eventId")
    void on(ArtifactBuildFailed fact) {
        count(fact.eventId(), tally.oneFailed());
    }

    @SagaEventHandler(associationProperty = "eventId")
    void on(ArtifactBuildCanceled fact) {
        count(fact.eventId(), tally.oneCanceled());
    }

    /** The Event knows itself whether it was canceled meanwhile. */
    private void count(EventId event, Tally next) {
        tally = next;
        if (tally.settled() < builds) return;
        commands.send(new CompleteEvent(event, tally));
        SagaLifecycle.end();
    }
}
