package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.wire.Wire.DepOn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The builds that a batch of facts is about: loaded together, changed in memory. */
final class BuildBatch {

    private final Map<String, ProjectedBuild> loaded;
    private final KnownParents parents;
    private final Map<String, ProjectedBuild> changed = new HashMap<>();
    private final List<Left> left = new ArrayList<>();

    /** A build was in a state for so long. */
    record Left(BuildState state, Duration time) {}

    private BuildBatch(Map<String, ProjectedBuild> loaded, KnownParents parents) {
        this.loaded = loaded;
        this.parents = parents;
    }

    static BuildBatch of(Collection<ArtifactBuildDomainEvent> facts, BuildTable table, KnownParents parents) {
        Set<String> planned = new HashSet<>();
        Set<String> needed = new HashSet<>();
        for (ArtifactBuildDomainEvent fact : facts) {
            if (fact instanceof ArtifactBuildPlanned plan) {
                planned.add(plan.buildId().value());
                lastOf(plan).filter(last -> !parents.know(last)).ifPresent(needed::add);
            } else needed.add(fact.buildId().value());
        }
        needed.removeAll(planned);
        return new BuildBatch(table.load(needed), parents);
    }

    void plan(ArtifactBuildPlanned fact, Instant at) {
        DepOn parent = lastOf(fact).map(this::parent).orElse(null);
        ProjectedBuild build = ProjectedBuild.planned(fact, parent, at);
        changed.put(build.key(), build);
        parents.remember(build);
    }

    void change(ArtifactBuildDomainEvent fact, Instant at) {
        ProjectedBuild before = known(fact.buildId().value());
        ProjectedBuild build = before.after(fact, at);
        changed.put(build.key(), build);
        if (build.json().state() == before.json().state()) return;
        left.add(new Left(BuildState.values()[before.json().state()], Duration.between(before.since(), at)));
    }

    List<Left> left() {
        return left;
    }

    Collection<ProjectedBuild> changed() {
        return changed.values();
    }

    /** The original knows one parent only: of several it is shown the last (decision 16). */
    private static Optional<String> lastOf(ArtifactBuildPlanned fact) {
        List<BuildId> all = fact.build().parents();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().value());
    }

    private DepOn parent(String key) {
        return parents.find(key).orElseGet(() -> known(key).asParent());
    }

    private ProjectedBuild known(String key) {
        ProjectedBuild build = changed.getOrDefault(key, loaded.get(key));
        if (build == null) throw new IllegalStateException("No view of " + key);
        return build;
    }
}
