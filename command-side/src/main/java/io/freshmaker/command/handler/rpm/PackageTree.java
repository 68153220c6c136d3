package io.freshmaker.command.handler.rpm;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildPath;
import io.freshmaker.command.handler.rpm.OwnRebuilds.Rebuild;
import io.freshmaker.command.port.KnownPackage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Grows from new builds to the packages that are built with them, generation by generation. What comes with a new build itself, what is built
 * with itself by way of others, and what a rule forbids is declined, and nothing grows from it.
 */
final class PackageTree {
    private final String update;
    private final SortedMap<String, Nvr> updated;
    private final PackageGraph graph;
    private final Draft draft;
    private final Set<String> considered = new HashSet<>();
    private final Deque<Branch> open = new ArrayDeque<>();

    /** A planned package from which the tree grows on, and how it was reached. */
    private record Branch(String name, RebuildPath path) {}

    /** @param updated the new builds by the names of their packages */
    PackageTree(String update, SortedMap<String, Nvr> updated, PackageGraph graph, Draft draft) {
        this.update = update;
        this.updated = updated;
        this.graph = graph;
        this.draft = draft;
    }

    /** What is built with the new build is to be rebuilt. */
    void plant(Nvr build) {
        Reason reason = new Reason(
                ReasonCode.REQUIREMENT_UPDATED,
                Map.of("update", update, "rpm", build.name(), "updated", build.value()));
        for (KnownPackage one : graph.builtWith(build.name())) {
            consider(one, PlannedArtifact.directly(one.artifact(), reason), RebuildPath.from(one.name()));
        }
    }

    /** The new build is our own: what is built with it is left to the Event that made it, unless something else wants it. */
    void leave(Nvr build, Rebuild ours) {
        graph.builtWith(build.name()).forEach(one -> draft.decline(one.artifact(), ours.reason(build)));
    }

    RebuildPlan grown() {
        while (!open.isEmpty()) {
            Branch branch = open.remove();
            for (KnownPackage one : graph.builtWith(branch.name())) {
                RebuildPath path = branch.path().to(one.name());
                Reason reason = Reason.of(ReasonCode.PARENT_REBUILT, "path", path.toString());
                consider(one, PlannedArtifact.dependent(one.artifact(), reason), path);
            }
        }
        return draft.finished();
    }

    private void consider(KnownPackage one, PlannedArtifact candidate, RebuildPath path) {
        if (!considered.add(one.name())) return;
        Optional<Reason> objection = objection(one.name());
        objection.ifPresent(reason -> draft.decline(one.artifact(), reason));
        if (objection.isPresent()) return;
        if (draft.consider(candidate.after(one.requiredKeys(), updatesIn(one)))) {
            open.add(new Branch(one.name(), path));
        }
    }

    private Optional<Reason> objection(String name) {
        Optional<Reason> itself = Optional.ofNullable(updated.get(name))
                .map(build ->
                        new Reason(ReasonCode.UPDATED_ITSELF, Map.of("update", update, "updated", build.value())));
        return itself.or(
                () -> graph.cycleOf(name).map(cycle -> Reason.of(ReasonCode.REQUIREMENT_CYCLE, "cycle", cycle)));
    }

    /** The new builds that it has to be built with, whatever led to it. */
    private List<String> updatesIn(KnownPackage one) {
        return one.buildRequires().stream()
                .flatMap(required -> Stream.ofNullable(updated.get(required)))
                .map(Nvr::value)
                .toList();
    }
}
