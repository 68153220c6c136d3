package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.handler.RebuildPath;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.UnbuiltImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Images that are affected themselves, and everything that is built from them, generation by generation. What a rule declines
 * pulls nothing in. No recursion: a chain may be 10,000 images long.
 */
final class RebuildTree {
    private final Images images;
    private final Draft draft;
    private final Set<Nvr> considered = new HashSet<>();
    private final SequencedMap<Artifact, Reason> left = new LinkedHashMap<>();
    private SequencedMap<Nvr, RebuildPath> youngest = new LinkedHashMap<>();

    RebuildTree(Images images, Draft draft) {
        this.images = images;
        this.draft = draft;
    }

    /** It is affected itself. */
    void plant(KnownImage image, Reason reason) {
        if (consider(PlannedArtifact.directly(image.artifact(), reason), image)) {
            youngest.put(image.nvr(), RebuildPath.from(image.nvr().value()));
        }
    }

    /** It contains modules that are rebuilt before it. */
    void plantAfter(KnownImage image, List<Artifact> modules) {
        Artifact first = modules.getFirst();
        RebuildPath path = RebuildPath.from(first.name() + ":" + first.stream())
                .to(image.nvr().value());
        Reason reason = Reason.of(ReasonCode.PARENT_REBUILT, "path", path.toString());
        List<ArtifactKey> parents = modules.stream().map(Artifact::key).toList();
        if (consider(PlannedArtifact.dependent(image.artifact(), reason), image, parents))
            youngest.put(image.nvr(), path);
    }

    /** It is affected itself, and nobody knows what is built from it. */
    void plant(UnbuiltImage image, Reason reason) {
        draft.consider(PlannedArtifact.directly(image.artifact(), reason));
    }

    /** It is not affected itself; it may still be built from something that is. */
    void leave(KnownImage image, Reason reason) {
        left.put(image.artifact(), reason);
    }

    /** @throws CyclicPlan when images are built from each other */
    RebuildPlan grown() {
        while (!youngest.isEmpty()) youngest = nextGeneration(images.builtFrom(youngest.sequencedKeySet()));
        left.forEach(draft::decline); // a rule's objection comes first
        return draft.finished();
    }

    private SequencedMap<Nvr, RebuildPath> nextGeneration(Collection<KnownImage> children) {
        SequencedMap<Nvr, RebuildPath> next = new LinkedHashMap<>();
        for (KnownImage child : children) {
            if (considered.contains(child.nvr())) continue;
            RebuildPath path = pathTo(child);
            Reason reason = Reason.of(ReasonCode.PARENT_REBUILT, "path", path.toString());
            if (consider(PlannedArtifact.dependent(child.artifact(), reason), child)) next.put(child.nvr(), path);
        }
        return next;
    }

    private boolean consider(PlannedArtifact candidate, KnownImage image) {
        return consider(candidate, image, List.of());
    }

    /** @param more what it is built after beside the images that it is built from */
    private boolean consider(PlannedArtifact candidate, KnownImage image, List<ArtifactKey> more) {
        considered.add(image.nvr());
        List<ArtifactKey> parents = new ArrayList<>(image.parentKeys());
        parents.addAll(more);
        return draft.consider(candidate.after(
                parents, image.parents().stream().map(Nvr::value).toList()));
    }

    /** One of the shortest: through the first of its parents that the last generation has. */
    private RebuildPath pathTo(KnownImage child) {
        Nvr parent = child.parents().stream()
                .filter(youngest::containsKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(child.nvr() + " is not built from what was asked about"));
        return Objects.requireNonNull(youngest.get(parent)).to(child.nvr().value());
    }
}
