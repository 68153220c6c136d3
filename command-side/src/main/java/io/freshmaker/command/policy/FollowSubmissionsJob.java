package io.freshmaker.command.policy;

import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.command.submission.Submissions;
import io.freshmaker.command.watch.Round;
import io.freshmaker.command.watch.Rounds;
import io.freshmaker.platform.job.Jobs;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks a build system how everything of ours that it has stands: a lost message delays a rebuild and never loses one. */
@Component
class FollowSubmissionsJob implements Look, Rounds {

    private static final Logger log = LoggerFactory.getLogger(FollowSubmissionsJob.class);

    private final BuildSystems systems;
    private final Submissions submissions;
    private final EndedSubmissions ended;
    private final Placed placed;
    private final Facts facts;
    private final StopBuildJob stopping;
    private final ObjectProvider<Jobs> jobs;

    FollowSubmissionsJob(
            BuildSystems systems,
            Submissions submissions,
            EndedSubmissions ended,
            Placed placed,
            Facts facts,
            StopBuildJob stopping,
            ObjectProvider<Jobs> jobs) {
        this.systems = systems;
        this.submissions = submissions;
        this.ended = ended;
        this.placed = placed;
        this.facts = facts;
        this.stopping = stopping;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "follow-submissions";
    }

    @Override
    public void run(String subject) {
        BuildSystem system = systems.named(subject);
        ended.report(system, submissions.followed(subject));
        stopWhatFailed(subject);
        placed.fill(system);
    }

    /** Its process died before it gave the place back; or an earlier call may have been heard, and its compose broke since. */
    private void stopWhatFailed(String system) {
        submissions.unanswered(system).stream()
                .filter(build -> facts.of(build).hasFailedWithoutBeingStopped())
                .forEach(build -> jobs.getObject().store(stopping, build.value()));
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn(
                "{} could not be asked how our builds stand; the next round asks again: {}", subject, cause.toString());
    }

    @Override
    public List<Round> rounds() {
        return systems.all().stream()
                .filter(system -> !Placed.isUnlimited(system))
                .<Round>map(Following::new)
                .toList();
    }

    private final class Following implements Round {

        private final BuildSystem system;

        Following(BuildSystem system) {
            this.system = system;
        }

        @Override
        public String name() {
            return "follow/" + system.name();
        }

        @Override
        public Duration every() {
            return system.pollInterval();
        }

        @Override
        public void begin() {
            if (submissions.anyOpen(system.name())) jobs.getObject().store(FollowSubmissionsJob.this, system.name());
        }
    }
}
