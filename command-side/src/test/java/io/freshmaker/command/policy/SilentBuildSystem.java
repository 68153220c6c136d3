package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.TOOLS;
import static io.freshmaker.command.artifactbuild.Builds.id;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.LimitedBuildSystem;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has one place and takes builds, but may refuse one or say nothing about it. */
final class SilentBuildSystem extends LimitedBuildSystem {

    boolean losesAnswers;

    @Nullable
    String findsAlways;

    PlannedArtifact refuses = TOOLS.after(List.of(), List.of("nothing"));

    SilentBuildSystem() {
        super(1);
    }

    @Override
    public Optional<String> find(BuildRequest request) {
        return findsAlways == null ? super.find(request) : Optional.of(findsAlways);
    }

    @Override
    public String submit(BuildRequest request) {
        if (refuses == BASE && request.build().equals(id(BASE))) throw new Refused("never");
        String id = super.submit(request);
        if (losesAnswers) {
            losesAnswers = false;
            throw new Unavailable("no answer");
        }
        return id;
    }
}
