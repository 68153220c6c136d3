package io.freshmaker.command.metadata;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A system that can also be asked what {@link io.freshmaker.command.port.Images} wants to know. Fails as its port does. */
public interface SearchableMetadata extends ImageMetadata {

    /** What a search finds, in the order of NVRs; of what an image contains, only the RPMs that are looked for. */
    List<ImageRecord> found(ImageSearch search);

    /** The images whose last stage is built from one of these, without what they contain; in the order of NVRs. */
    List<ImageRecord> childrenOf(Collection<Nvr> parents);

    @Override
    default List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        return found(new ImageSearch(List.copyOf(repositories), publishedOnly, contentSets, rpmNames));
    }
}
