package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A graph in which other images took the place of some, and why each image that is not in it any more is left alone. */
record Replacement(ImageGraph graph, SortedMap<Nvr, Reason> left) {

    /**
     * @param instead what takes the place of which image
     * @param added images that are new in the graph
     */
    static Replacement in(ImageGraph before, Map<Nvr, Nvr> instead, Collection<ImageNode> added) {
        if (instead.isEmpty()) return new Replacement(before, new TreeMap<>());
        ImageGraph after = before.replacing(instead, added);
        return new Replacement(after, reasons(before, after, instead));
    }

    /** From children to parents, as a parent is left because nothing that is built from it remains. */
    private static SortedMap<Nvr, Reason> reasons(ImageGraph before, ImageGraph after, Map<Nvr, Nvr> instead) {
        SortedMap<Nvr, Reason> reasons = new TreeMap<>();
        Map<Nvr, Reason> above = new HashMap<>();
        Map<Nvr, List<Nvr>> children = before.children();
        for (List<Nvr> batch : before.batches().reversed()) {
            for (Nvr image : batch) {
                if (after.has(image)) continue;
                Nvr other = instead.get(image);
                Reason inherited = children.getOrDefault(image, List.of()).stream()
                        .filter(above::containsKey)
                        .findFirst()
                        .map(above::get)
                        .orElse(Reason.of(ReasonCode.NOT_LATEST));
                reasons.put(image, other == null ? inherited : replacedBy(other, after));
                above.put(image, other == null ? inherited : parentReplacedBy(other, after));
            }
        }
        return reasons;
    }

    private static Reason replacedBy(Nvr other, ImageGraph after) {
        return after.has(other)
                ? Reason.of(ReasonCode.NOT_LATEST, "instead", other.value())
                : Reason.of(ReasonCode.FIXED_ELSEWHERE, "fixed", other.value());
    }

    /** What a replaced image is built from gives way to what the other one is built from. */
    private static Reason parentReplacedBy(Nvr other, ImageGraph after) {
        if (!after.has(other)) return replacedBy(other, after);
        ImageNode standIn = after.node(other);
        if (!standIn.parents().isEmpty()) return replacedBy(standIn.parents().getFirst(), after);
        return replacedBy(
                standIn.originals().isEmpty() ? other : standIn.originals().getFirst(), after);
    }
}
