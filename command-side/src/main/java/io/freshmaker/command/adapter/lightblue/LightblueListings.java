package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.ImageReader;
import io.freshmaker.command.metadata.ToldImage;
import io.freshmaker.command.port.ImageListings;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.ListedRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Lightblue lists, asked each time (spec §10.7): who has just corrected it wants to see that. */
record LightblueListings(LightblueApi lightblue) implements ImageListings {

    private static final ImageReader READER = new ImageReader(LightblueApi.SYSTEM, LightblueApi.REPOSITORY);

    @Override
    public String system() {
        return "Lightblue";
    }

    @Override
    public List<ImageRecord> images(Nvr nvr) {
        return found(Condition.is("brew.build", nvr.value()));
    }

    @Override
    public Optional<ListedRepository> repository(String registry, String name) {
        return repositories(name).stream()
                .filter(one -> one.repository().registry().equals(registry))
                .findFirst();
    }

    @Override
    public List<ListedRepository> repositories(String name) {
        return lightblue.repositories(Condition.is("repository", name)).stream()
                .map(READER::listed)
                .toList();
    }

    @Override
    public List<ImageRecord> tagged(ImageRepository repository) {
        List<Map<String, Object>> conditions = new ArrayList<>();
        if (repository.published()) conditions.add(Condition.is("repositories.*.published", true));
        conditions.add(Condition.is("repositories.*.repository", repository.name()));
        conditions.add(Condition.in("repositories.*.tags.*.name", repository.autoRebuildTags()));
        return found(Condition.all(conditions));
    }

    private List<ImageRecord> found(Map<String, Object> query) {
        return LayeredImage.readWithoutLayers(lightblue.images(query, Projection.IMAGE_WITHOUT_RPMS), _ -> false)
                .stream()
                .map(ToldImage::record)
                .toList();
    }
}
