package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.command.metadata.ImageReader;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.port.ImageRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which repositories Lightblue knows whose images may be rebuilt (spec §7.2, 1). */
record LightblueRepositories(LightblueApi lightblue, RepositorySettings settings) {

    private static final ImageReader READER = new ImageReader(LightblueApi.SYSTEM, LightblueApi.REPOSITORY);
    private static final String VENDOR = "redhat";

    /** By name. */
    List<ImageRepository> find(boolean publishedOnly) {
        return lightblue.repositories(query(publishedOnly)).stream()
                .map(READER::repository)
                .filter(one -> !one.autoRebuildTags().isEmpty())
                .distinct()
                .sorted(Comparator.comparing(ImageRepository::name).thenComparing(ImageRepository::registry))
                .toList();
    }

    private Map<String, Object> query(boolean publishedOnly) {
        List<Map<String, Object>> usual = new ArrayList<>(List.of(Condition.is("vendorLabel", VENDOR)));
        List<Map<String, Object>> alternatives = new ArrayList<>();
        if (publishedOnly) {
            usual.add(Condition.is("published", true));
            if (!settings.releaseCategories().isEmpty()) {
                usual.add(Condition.in("release_categories.*", settings.releaseCategories()));
            }
            settings.unpublishedExceptions()
                    .forEach(one -> alternatives.add(Condition.all(List.of(
                            Condition.is("registry", one.registry()), Condition.is("repository", one.repository())))));
        }
        alternatives.addFirst(Condition.all(usual));
        return Condition.any(alternatives);
    }
}
