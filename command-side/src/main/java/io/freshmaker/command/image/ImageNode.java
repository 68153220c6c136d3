package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image in the graph: the advisory fixes it.
 *
 * @param directly whether the search found it, or it stands for one that was found
 * @param released whether it is what customers are told to use
 * @param parents in the graph, that of the last stage first
 * @param originals parents that are not in the graph
 */
record ImageNode(
        ImageRecord image,
        @Nullable BuiltImage built,
        boolean directly,
        boolean released,
        Reason reason,
        Group group,
        List<Nvr> parents,
        List<Nvr> originals,
        @Nullable Reason flaw) {

    ImageNode {
        parents = List.copyOf(parents);
        originals = List.copyOf(originals);
    }

    Nvr nvr() {
        return image.nvr();
    }

    /** Made of RPMs, not of another image. */
    boolean isBase() {
        return built != null && built.base() && parents.isEmpty();
    }

    boolean isLowerThan(Nvr other) {
        return RpmVersions.LOWEST_FIRST.compare(nvr(), other) < 0;
    }

    ImageNode builtFrom(List<Nvr> inGraph, List<Nvr> others) {
        return inGraph.equals(parents) && others.equals(originals)
                ? this
                : new ImageNode(image, built, directly, released, reason, group, inGraph, others, flaw);
    }

    /** In the place of an image that the search found. */
    ImageNode asFound() {
        return new ImageNode(image, built, true, released, reason, group, parents, originals, flaw);
    }

    ImageNode flawed(Reason why) {
        return new ImageNode(image, built, directly, released, reason, group, parents, originals, why);
    }
}
