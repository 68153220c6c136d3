package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildHandler;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rebuilds an image whose Dockerfile changed in dist-git, known or not, at the pushed commit (spec §6.4). */
@Component
record RebuildImagesOnGitDockerfileChange() implements RebuildHandler<DockerfileChanged> {
    @Override
    public Class<DockerfileChanged> trigger() {
        return DockerfileChanged.class;
    }

    @Override
    public RebuildPlan plan(DockerfileChanged trigger, Draft draft) {
        Source source = Source.container(trigger.container(), trigger.branch(), trigger.commit());
        Reason reason = new Reason(
                ReasonCode.DOCKERFILE_CHANGED, Map.of("branch", trigger.branch(), "commit", trigger.commit()));
        draft.consider(PlannedArtifact.directly(Artifact.image(trigger.container(), source), reason));
        return draft.finished();
    }
}
