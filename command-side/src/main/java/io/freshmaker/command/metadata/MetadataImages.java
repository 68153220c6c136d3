package io.freshmaker.command.metadata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images that are published with a tag for automatic rebuilds, for updates that are no advisories. What they were built of is
 * said by the build system. Of what an image contains, only RPMs are told that were asked about; it is found as a child of what
 * its last stage is built from.
 */
public final class MetadataImages implements Images {

    private static final Logger log = LoggerFactory.getLogger(MetadataImages.class);

    private final SearchableMetadata metadata;
    private final Supplier<BuiltImageSource> builds;

    public MetadataImages(SearchableMetadata metadata, Supplier<BuiltImageSource> builds) {
        this.metadata = metadata;
        this.builds = builds;
    }

    @Override
    public List<KnownImage> containing(Collection<String> rpmNames) {
        return rpmNames.isEmpty() ? List.of() : known(metadata.found(published(Set.copyOf(rpmNames))));
    }

    @Override
    public List<KnownImage> builtFrom(Collection<Nvr> parents) {
        if (parents.isEmpty()) return List.of();
        List<ImageRecord> children = metadata.childrenOf(parents);
        return children.isEmpty() ? List.of() : known(published(Set.of()).placed(children));
    }

    /** Of whatever content sets: an update does not say which it is shipped in. */
    private ImageSearch published(Set<String> rpmNames) {
        return new ImageSearch(metadata.repositories(true), true, null, rpmNames);
    }

    private List<KnownImage> known(List<ImageRecord> records) {
        List<ImageRecord> ours =
                records.stream().filter(record -> !record.isHotfix()).toList();
        if (ours.isEmpty()) return List.of();
        Map<Nvr, BuiltImage> built =
                builds.get().built(ours.stream().map(ImageRecord::nvr).toList());
        List<KnownImage> known = new ArrayList<>();
        for (ImageRecord record : ours) {
            BuiltImage how = built.get(record.nvr());
            if (how == null || how.flaw() != null) {
                log.warn(
                        "{} is left out of the images: {}",
                        record.nvr(),
                        how == null ? "nobody knows how it was built" : how.flaw());
            } else {
                known.add(new KnownImage(
                        record.nvr(), how.source(), parents(record, how), record.allRpms(), record.isPublished()));
            }
        }
        return known;
    }

    private static List<Nvr> parents(ImageRecord record, BuiltImage how) {
        return Stream.concat(Stream.ofNullable(record.parent()), how.parents().stream())
                .distinct()
                .toList();
    }
}
