package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A system that knows images: it notes what it is asked for, may be away, and may refuse to speak of some. */
final class AskedImages implements ImageMetadata {

    final List<ImageRecord> known = new ArrayList<>();
    final List<ImageRepository> repositories = new ArrayList<>();
    final Set<Nvr> refused = new HashSet<>();
    final List<List<Nvr>> asked = new ArrayList<>();
    boolean away;

    AskedImages with(ImageRecord... images) {
        known.addAll(List.of(images));
        return this;
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        requireHere();
        return List.copyOf(repositories);
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        requireHere();
        return known.stream()
                .filter(image -> image.allRpms().stream().anyMatch(rpm -> rpmNames.contains(rpm.name())))
                .toList();
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        requireHere();
        asked.add(List.copyOf(nvrs));
        if (nvrs.stream().anyMatch(refused::contains)) throw new Refused("one of them is not to be spoken of");
        return known.stream().filter(image -> nvrs.contains(image.nvr())).toList();
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        requireHere();
        return known.stream()
                .filter(image ->
                        image.nvr().name().equals(name) && image.nvr().version().equals(version))
                .toList();
    }

    private void requireHere() {
        if (away) throw new Unavailable("images.example.com does not answer");
    }
}
