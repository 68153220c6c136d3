package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Asks another one. */
class DelegatedImages implements ImageMetadata {

    private final ImageMetadata images;

    DelegatedImages(ImageMetadata images) {
        this.images = images;
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return images.repositories(publishedOnly);
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        return images.tagged(repositories, publishedOnly, contentSets, rpmNames);
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return images.withNvrs(nvrs);
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        return images.releasesOf(name, version);
    }
}
