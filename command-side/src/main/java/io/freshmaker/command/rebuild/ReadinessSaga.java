package io.freshmaker.command.rebuild;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.StartArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.Blocker.Kind;
import io.freshmaker.api.artifactbuild.BlockerGone;
import io.freshmaker.api.artifactbuild.BlockerStuck;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.platform.axon.FactBatch;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;
import org.springframework.beans.factory.annotation.Autowired;

/** Starts one build when all that blocks it is gone, and ends it when something never will be. */
@Saga
@ProcessingGroup(ReadinessSaga.GROUP)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
@SuppressWarnings("NullAway.Init") // Axon makes it empty and fills it from its stored state
public class ReadinessSaga {

    public static final String GROUP = "readiness";

    @Autowired
    private transient Commands commands;

    private BuildId build;
    private Waiting waiting;

    @StartSaga
    @SagaEventHandler(associationProperty = "buildId")
    void on(ArtifactBuildPlanned fact) {
        build = fact.buildId();
        waiting = Waiting.on(fact.blockers());
        fact.blockers().forEach(blocker -> SagaLifecycle.associateWith("blocker", blocker.toString()));
        if (waiting.isOver()) SagaLifecycle.end(); // RebuildActivated starts those that nothing blocks
    }

    @SagaEventHandler(associationProperty = "blocker")
    void on(BlockerGone fact, UnitOfWork<?> batch) {
        waiting = waiting.without(fact.blocker(), fact.product());
        if (waiting.isOver()) finish(start(), batch);
    }

    @SagaEventHandler(associationProperty = "blocker")
    void on(BlockerStuck fact, UnitOfWork<?> batch) {
        Reason reason = fact.consequence();
        ArtifactBuildCommand end = fact.end() == BuildState.CANCELED
                ? new CancelArtifactBuild(build, reason, fact.culprit())
                : new FailArtifactBuild(build, reason, fact.culprit());
        finish(end, batch);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "buildId")
    void on(ArtifactBuildFailed fact) {}

    @EndSaga
    @SagaEventHandler(associationProperty = "buildId")
    void on(ArtifactBuildCanceled fact) {}

    private StartArtifactBuild start() {
        List<Long> composes =
                waiting.products(Kind.COMPOSE).stream().map(Long::valueOf).toList();
        return new StartArtifactBuild(build, waiting.products(Kind.PARENT), composes);
    }

    /** The commands of all builds that a batch of facts sets free go together: a parent may have hundreds of children. */
    private void finish(ArtifactBuildCommand command, UnitOfWork<?> batch) {
        FactBatch.add(batch, ReadinessSaga.class, command, commands::sendAll);
        SagaLifecycle.end();
    }
}
