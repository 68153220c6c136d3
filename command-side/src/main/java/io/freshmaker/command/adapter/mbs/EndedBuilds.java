package io.freshmaker.command.adapter.mbs;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Stopped;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.outside.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How builds ended. MBS cannot be asked for several ids at once, so everything unfinished is listed, a page or two, and only what
 * is not there any more is asked for by its id.
 */
final class EndedBuilds {

    private static final int PER_PAGE = 100;
    /** How MBS begins the reason of a build that somebody canceled. */
    private static final String CANCELED = "Canceled by ";

    private static final Query UNFINISHED = Query.of("state", "init")
            .and("state", "wait")
            .and("state", "build")
            .and("state", "done")
            .and("short", "true");

    private final MbsApi mbs;
    private final Set<String> unfinished = new HashSet<>();

    private EndedBuilds(MbsApi mbs) {
        this.mbs = mbs;
    }

    static EndedBuilds lookedUp(MbsApi mbs) {
        EndedBuilds builds = new EndedBuilds(mbs);
        mbs.look(UNFINISHED, PER_PAGE, build -> builds.unfinished.add(build.id()) || true);
        return builds;
    }

    Map<String, ExternalOutcome> of(Collection<String> ids) {
        Map<String, ExternalOutcome> outcomes = new HashMap<>();
        for (String id : ids) {
            if (!unfinished.contains(id)) outcome(id).ifPresent(outcome -> outcomes.put(id, outcome));
        }
        return outcomes;
    }

    private Optional<ExternalOutcome> outcome(String id) {
        Optional<MbsBuild> build = mbs.build(id);
        if (build.isEmpty()) return Optional.of(broken("MBS does not know build " + id));
        return build.get().isReady() ? withSiblings(build.get()) : outcome(build.get());
    }

    /** A module is built when it is built in every context. */
    private Optional<ExternalOutcome> withSiblings(MbsBuild ready) {
        for (String sibling : ready.siblings()) {
            if (unfinished.contains(sibling)) return Optional.empty();
            Optional<MbsBuild> other = mbs.build(sibling).filter(build -> !build.isReady());
            if (other.isPresent()) return outcome(other.get());
        }
        return Optional.of(new Built(ready.nvr()));
    }

    private static Optional<ExternalOutcome> outcome(MbsBuild unready) {
        if (unready.isUnfinished()) return Optional.empty();
        String reason = unready.stateReason().orElse("MBS gives no reason");
        if (reason.startsWith(CANCELED)) {
            return Optional.of(new Stopped(Reason.of(ReasonCode.CANCELED_EXTERNALLY, "error", reason)));
        }
        return Optional.of(broken(reason));
    }

    private static Broken broken(String error) {
        return new Broken(Reason.of(ReasonCode.BUILD_FAILED, "error", error));
    }
}
