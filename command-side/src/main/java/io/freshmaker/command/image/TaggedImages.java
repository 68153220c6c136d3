package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says of images that somebody named whether they are rebuilt by themselves, by their tags, and whether they need what an advisory brings
 * (spec §5.6, 3).
 */
public record TaggedImages(ImageMetadata metadata, ImageSettings settings) {

    /**
     * What is said of one image.
     *
     * @param tagged whether it has a tag for automatic rebuilds, or needs none
     * @param needs whether it is to be rebuilt
     * @param reason for that, or against it
     */
    public record Said(boolean tagged, boolean needs, Reason reason) {}

    /**
     * In the order of their NVRs.
     *
     * @param anyTag whether they need no tag: somebody wants them
     */
    public SortedMap<Nvr, Said> of(Collection<Nvr> images, boolean anyTag, long advisory, String name, List<Nvr> rpms) {
        AutoRebuildTags tags = new AutoRebuildTags(metadata.repositories(true), settings.buildRegistries(), true);
        Judge judge = Judge.of(new ImageQuestion(
                advisory, name, rpms, Set.of(), true, List.of(), (_, _) -> Optional.empty(), Map.of()));
        Map<Nvr, ImageRecord> known =
                metadata.withNvrs(images).stream().collect(Collectors.toMap(ImageRecord::nvr, image -> image));
        SortedMap<Nvr, Said> said = new TreeMap<>();
        for (Nvr image : images) {
            ImageRecord record = known.getOrDefault(image, unknown(image));
            said.put(image, said(record, anyTag, tags, judge));
        }
        return said;
    }

    private static Said said(ImageRecord image, boolean anyTag, AutoRebuildTags tags, Judge judge) {
        if (!anyTag && tags.of(image).isEmpty()) return new Said(false, false, tags.missing(image));
        if (image.isHotfix()) return new Said(true, false, Reason.of(ReasonCode.HOTFIX));
        Verdict verdict = judge.on(image);
        return new Said(true, verdict.affected(), verdict.reason());
    }

    /** It lies nowhere. */
    private static ImageRecord unknown(Nvr image) {
        return new ImageRecord(image, List.of(), new TreeSet<>(), null, Map.of(), null);
    }
}
