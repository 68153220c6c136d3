package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Listings in memory, for tests: an image is listed once for each time that it is added. */
public final class FakeImageListings implements ImageListings {

    private final List<ListedRepository> repositories = new ArrayList<>();
    private final List<ImageRecord> images = new ArrayList<>();

    public FakeImageListings with(ImageRepository repository) {
        return with(new ListedRepository(repository, true));
    }

    public FakeImageListings with(ListedRepository repository) {
        repositories.add(repository);
        return this;
    }

    public FakeImageListings with(ImageRecord image) {
        images.add(image);
        return this;
    }

    @Override
    public String system() {
        return "Pyxis";
    }

    @Override
    public List<ImageRecord> images(Nvr nvr) {
        return images.stream().filter(image -> image.nvr().equals(nvr)).toList();
    }

    @Override
    public Optional<ListedRepository> repository(String registry, String name) {
        return repositories(name).stream()
                .filter(one -> one.repository().registry().equals(registry))
                .findFirst();
    }

    @Override
    public List<ListedRepository> repositories(String name) {
        return repositories.stream()
                .filter(one -> one.repository().name().equals(name))
                .toList();
    }

    @Override
    public List<ImageRecord> tagged(ImageRepository repository) {
        return images.stream()
                .filter(image -> image.repositories().stream()
                        .filter(place -> place.repository().equals(repository.name()))
                        .filter(place -> place.published() || !repository.published())
                        .anyMatch(place -> place.tags().stream().anyMatch(repository.autoRebuildTags()::contains)))
                .toList();
    }
}
