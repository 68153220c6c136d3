package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which images are rebuilt, each after what it is built from, and which were looked at and are not. The same for the same answers
 * of the ports, in whatever order they come.
 *
 * @param images batch by batch, within each in the order of NVRs
 * @param declined in the order of NVRs
 */
public record ImagePlan(List<Node> images, List<Declined> declined) {

    /**
     * An image that is rebuilt.
     *
     * @param built how it was built; null where nobody knows, then it has a flaw
     * @param directly whether the search found it, or it stands for a release that was found; else it is rebuilt for what is built from it
     * @param reason why it is rebuilt
     * @param parents NVRs of images of this plan that it is built from, that of its last stage first
     * @param originalParents NVRs of images outside this plan that it is built from
     * @param contentSets what it gets RPMs from: its own, else those of what is built from it
     * @param flaw why it cannot be built all the same; null for most
     */
    public record Node(
            ImageRecord image,
            @Nullable BuiltImage built,
            boolean directly,
            Reason reason,
            List<Nvr> parents,
            List<Nvr> originalParents,
            Set<String> contentSets,
            @Nullable Reason flaw) {

        public Node {
            parents = List.copyOf(parents);
            originalParents = List.copyOf(originalParents);
            contentSets = Collections.unmodifiableSet(new TreeSet<>(contentSets)); // always in the same order
        }
    }

    /** An image that is left alone. */
    public record Declined(ImageRecord image, @Nullable BuiltImage built, Reason reason) {}

    public ImagePlan {
        images = List.copyOf(images);
        declined = List.copyOf(declined);
    }

    /** What can be built at the same time, one batch after the other (spec §7.6). */
    public List<List<Nvr>> batches() {
        Map<Nvr, List<Nvr>> parents = new TreeMap<>();
        images.forEach(node -> parents.put(node.image().nvr(), node.parents()));
        return Batches.of(parents);
    }
}
