package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.metadata.ImageReader;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.port.ImageRepository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which repositories Pyxis knows whose images may be rebuilt (spec §7.2, 1). */
record PyxisRepositories(GraphQl pyxis, RepositorySettings settings, int pageSize) {

    private static final Logger log = LoggerFactory.getLogger(PyxisRepositories.class);
    private static final String VENDOR = "redhat";

    /** By name. */
    List<ImageRepository> find(boolean publishedOnly) {
        Question question = Question.repositories(filter(publishedOnly));
        Stream<ImageRepository> found = pyxis.all(question, pageSize).stream().map(reader(question)::repository);
        Stream<ImageRepository> others = publishedOnly
                ? settings.unpublishedExceptions().stream().flatMap(one -> exception(one).stream())
                : Stream.of();
        List<ImageRepository> repositories = Stream.concat(found, others)
                .distinct()
                .sorted(Comparator.comparing(ImageRepository::name).thenComparing(ImageRepository::registry))
                .toList();
        List<ImageRepository> rebuilt = repositories.stream()
                .filter(one -> !one.autoRebuildTags().isEmpty())
                .toList();
        log.info(
                "{} of {} repositories in Pyxis have tags for automatic rebuilds", rebuilt.size(), repositories.size());
        return rebuilt;
    }

    private Map<String, Object> filter(boolean publishedOnly) {
        List<Map<String, Object>> conditions = new ArrayList<>(List.of(Filter.is("vendor_label", VENDOR)));
        if (publishedOnly) {
            conditions.add(Filter.is("published", true));
            if (!settings.releaseCategories().isEmpty()) {
                conditions.add(Filter.in("release_categories", settings.releaseCategories()));
            }
        }
        return Filter.all(conditions);
    }

    private Optional<ImageRepository> exception(Unpublished one) {
        Question question = Question.repository(one.registry(), one.repository());
        Optional<ImageRepository> found = pyxis.one(question).map(reader(question)::repository);
        if (found.isEmpty()) {
            log.warn(
                    "Pyxis knows no repository {}/{}, which the settings name as an exception",
                    one.registry(),
                    one.repository());
        }
        return found;
    }

    private static ImageReader reader(Question question) {
        return new ImageReader(GraphQl.SYSTEM, question.field());
    }
}
