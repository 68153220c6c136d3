package io.freshmaker.command.metadata;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The repositories whose images may be rebuilt (spec §12). A wrong value stops the start with a sentence that names the setting.
 *
 * @param releaseCategories of published repositories; none: all
 * @param unpublishedExceptions repositories that count as published although they are not
 */
@ConfigurationProperties(RepositorySettings.PREFIX)
public record RepositorySettings(
        @DefaultValue({"Generally Available", "Tech Preview", "Beta"})
        List<String> releaseCategories,

        @DefaultValue List<Unpublished> unpublishedExceptions) {

    static final String PREFIX = "freshmaker.repositories";

    /** One repository, by its exact names. */
    public record Unpublished(
            @DefaultValue("") String registry,
            @DefaultValue("") String repository) {

        public Unpublished {
            if (registry.isBlank() || repository.isBlank()) {
                throw new IllegalArgumentException(
                        "%s.unpublished-exceptions: expected a registry and a repository in each, found '%s' and '%s'"
                                .formatted(PREFIX, registry, repository));
            }
        }
    }

    public RepositorySettings {
        releaseCategories =
                releaseCategories.stream().filter(one -> !one.isBlank()).toList();
        unpublishedExceptions = List.copyOf(unpublishedExceptions);
    }
}
