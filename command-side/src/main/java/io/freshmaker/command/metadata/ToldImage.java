package io.freshmaker.command.metadata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An image in one architecture, as a system tells of it. */
public record ToldImage(String arch, ImageRecord record) {

    private static final String USUAL = "x86_64";

    /** Of single things, like labels, what x86_64 says counts, as there is hardly an image without it. */
    private static final Comparator<ToldImage> BY_WEIGHT = Comparator.<ToldImage, Boolean>comparing(
                    one -> !one.arch.equals(USUAL))
            .thenComparing(ToldImage::arch)
            .thenComparing(one -> !one.record.isPublished())
            .thenComparing(one -> String.valueOf(one.record.repositories()));

    /** One record for all architectures of an image, in the order of NVRs: the same in whatever order they were told. */
    public static List<ImageRecord> merged(Collection<ToldImage> told) {
        SortedMap<Nvr, List<ToldImage>> byNvr = new TreeMap<>();
        told.forEach(one ->
                byNvr.computeIfAbsent(one.record.nvr(), _ -> new ArrayList<>()).add(one));
        return byNvr.values().stream().map(ToldImage::one).toList();
    }

    private static ImageRecord one(List<ToldImage> arches) {
        return arches.stream()
                .sorted(BY_WEIGHT)
                .map(ToldImage::record)
                .reduce(ImageRecord::mergedWith)
                .orElseThrow();
    }
}
