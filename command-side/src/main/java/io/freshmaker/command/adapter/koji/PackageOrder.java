package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Source;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code build} is given for a package: a commit of its own, which raises the release, and which builds its buildroot must have.
 * By that commit the task is found again. A scratch build leaves nothing, so it has no commit of its own either.
 */
final class PackageOrder {

    /** So many builds are named in a commit's message. */
    private static final int NAMED = 5;

    private final DistGit distGit;
    private final Sources sources;
    private final boolean scratch;

    PackageOrder(DistGit distGit, Sources sources, boolean scratch) {
        this.distGit = distGit;
        this.sources = sources;
        this.scratch = scratch;
    }

    /** @throws Refused when something is missing that no later try brings, or the release cannot be raised */
    Object[] of(BuildRequest request) {
        Source source = request.artifact().source();
        String target = sources.target(source); // what is not set is found out before a commit is added
        String commit = scratch ? distGit.head(source.repository(), source.branch()) : bumped(request);
        return new Object[] {sources.url(source, commit), target, options(request)};
    }

    /** By what a task of ours is known; empty when nothing can have been ordered yet. */
    Optional<Predicate<ListedTask>> mark(BuildRequest request) {
        Source source = request.artifact().source();
        if (scratch) return Optional.of(task -> task.isFor(source, null));
        return distGit.findBump(source.repository(), source.branch(), request.build())
                .map(commit -> task -> task.isFor(source, commit));
    }

    private String bumped(BuildRequest request) {
        Source source = request.artifact().source();
        String message = message(KnownParents.of(request));
        return distGit.bump(
                source.repository(), source.branch(), SpecBump.ENDING, new SpecBump(message), message, request.build());
    }

    /** A new build of what it is built with may not be in its buildroot yet: Koji waits for that. */
    private Map<String, Object> options(BuildRequest request) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("scratch", scratch);
        List<String> requirements = KnownParents.of(request);
        if (!requirements.isEmpty()) options.put("wait_builds", requirements);
        return options;
    }

    private static String message(List<String> requirements) {
        if (requirements.isEmpty()) return "Rebuild";
        String named = String.join(", ", requirements.subList(0, Math.min(NAMED, requirements.size())));
        return "Rebuild with " + named + (requirements.size() > NAMED ? " and others" : "");
    }
}
