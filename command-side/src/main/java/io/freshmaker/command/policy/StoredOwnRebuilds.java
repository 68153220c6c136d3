package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.rpm.OwnRebuilds;
import io.freshmaker.command.port.BuildTasks;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.submission.Submissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Goes from a build of a package over the task that made it to our build that ordered the task; where Koji builds nothing for us, none is ours. */
@Component
class StoredOwnRebuilds implements OwnRebuilds {

    private static final String SYSTEM = "koji";

    private final Submissions submissions;
    private final ObjectProvider<BuildTasks> tasks;
    private final Facts facts;

    StoredOwnRebuilds(Submissions submissions, ObjectProvider<BuildTasks> tasks, Facts facts) {
        this.submissions = submissions;
        this.tasks = tasks;
        this.facts = facts;
    }

    @Override
    public Optional<Rebuild> of(Nvr build, String branch) {
        checkNoneIsUnrecorded(build, branch);
        return tasks.stream()
                .findFirst()
                .flatMap(koji -> koji.taskOf(build))
                .flatMap(task -> submissions.build(SYSTEM, task))
                .map(this::rebuild);
    }

    /** Its task may be one that Koji took and that we did not hear of. */
    private void checkNoneIsUnrecorded(Nvr build, String branch) {
        Source anywhere = new Source("rpms/" + build.name(), branch, null, null);
        ArtifactKey artifact = Artifact.rpm(build.name(), anywhere).key();
        if (submissions.isUnanswered(SYSTEM, artifact)) {
            throw new Unavailable("Koji has not answered yet whether it took our build of " + artifact);
        }
    }

    private Rebuild rebuild(BuildId build) {
        ArtifactBuildPlanned planned = facts.of(build).planned();
        Set<ArtifactKey> plan = facts.of(planned.eventId()).plan().builds().stream()
                .map(one -> one.artifact().key())
                .collect(Collectors.toSet());
        return new Rebuild(build, planned.number(), planned.eventNumber(), plan);
    }
}
