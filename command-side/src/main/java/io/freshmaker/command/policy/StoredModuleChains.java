package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.handler.module.ModuleChain;
import io.freshmaker.command.handler.module.ModuleChain.Link;
import io.freshmaker.command.handler.module.ModuleChains;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.submission.Submissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Goes back from a new module to our build that made it, to its Event's trigger, and so on. */
@Component
class StoredModuleChains implements ModuleChains {

    private static final String SYSTEM = "mbs";

    private final Submissions submissions;
    private final Facts facts;

    StoredModuleChains(Submissions submissions, Facts facts) {
        this.submissions = submissions;
        this.facts = facts;
    }

    @Override
    public ModuleChain to(ModuleBuilt trigger) {
        checkNoneIsUnrecorded(trigger);
        List<Link> links = new ArrayList<>();
        Set<BuildId> seen = new HashSet<>();
        Optional<BuildId> build = madeBy(trigger);
        while (build.isPresent() && seen.add(build.get())) {
            ArtifactBuildPlanned planned = facts.of(build.get()).planned();
            links.addFirst(link(planned));
            build = madeBy(facts.registered(planned.eventId()).trigger());
        }
        return new ModuleChain(links);
    }

    private Optional<BuildId> madeBy(Trigger trigger) {
        return trigger instanceof ModuleBuilt built
                ? submissions.build(SYSTEM, String.valueOf(built.build()))
                : Optional.empty();
    }

    /** Its number may be one that MBS gave us and that we did not hear. */
    private void checkNoneIsUnrecorded(ModuleBuilt trigger) {
        Source anywhere = new Source("modules/" + trigger.module(), trigger.stream(), null, null);
        Artifact module = Artifact.module(trigger.module(), trigger.stream(), null, anywhere);
        if (submissions.isUnanswered(SYSTEM, module.key())) {
            throw new Unavailable("MBS has not answered yet whether it took our build of " + module.key());
        }
    }

    private static Link link(ArtifactBuildPlanned planned) {
        Artifact artifact = planned.build().artifact();
        return new Link(planned.buildId(), planned.number(), planned.eventNumber(), artifact.key(), artifact.name());
    }
}
