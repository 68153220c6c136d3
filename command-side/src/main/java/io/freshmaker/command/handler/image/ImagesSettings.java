package io.freshmaker.command.handler.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImageSettings;
import io.freshmaker.command.port.BuiltImage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.images.…}: how the images of an advisory are chosen and prepared (spec §12). A wrong value stops
 * the start with a sentence that names it.
 *
 * @param releasedOnly whether every other release of what is built from is replaced by the released one
 * @param newestBase whether a base image that is not affected itself is replaced by its newest release
 * @param buildRegistries registries whose tags do not count
 * @param supplyArchOverrides whether an image is built for the architectures of the original, whatever its target says
 * @param extraRepositories the address of a {@code .repo} file for all images of a name-version; base images need one
 * @param excludeContentSetsPattern content sets in which this is found are in no compose
 * @param composes whether composes are made; null: where Koji builds, which alone can use them, of images
 *     that another system than the catalog file knows, which says nothing of content sets
 */
@ConfigurationProperties(ImagesSettings.PREFIX)
record ImagesSettings(
        @DefaultValue("false") boolean releasedOnly,
        @DefaultValue("false") boolean newestBase,
        @DefaultValue List<String> buildRegistries,
        @DefaultValue("false") boolean supplyArchOverrides,
        @DefaultValue Map<String, URI> extraRepositories,
        @DefaultValue("-hidden-rpms$") String excludeContentSetsPattern,
        @Nullable Boolean composes) {

    static final String PREFIX = "freshmaker.images";

    ImagesSettings {
        buildRegistries = List.copyOf(buildRegistries);
        extraRepositories = Map.copyOf(extraRepositories);
        extraRepositories.forEach(ImagesSettings::check);
        check(excludeContentSetsPattern);
    }

    /** For which architectures an image is built; none: as its target says. */
    List<String> archesOf(@Nullable BuiltImage built) {
        return built != null && supplyArchOverrides ? built.arches() : List.of();
    }

    /** What choosing them is concerned with. */
    ImageSettings choosing() {
        return new ImageSettings(releasedOnly, newestBase, Set.copyOf(buildRegistries));
    }

    /** The {@code .repo} files that an image is built with besides its composes. */
    List<String> repositoriesOf(Nvr image) {
        URI address = extraRepositories.get(nameVersion(image));
        return address == null ? List.of() : List.of(address.toString());
    }

    /** Whether a compose may have this content set. */
    boolean mayBeComposed(String contentSet) {
        return !Pattern.compile(excludeContentSetsPattern).matcher(contentSet).find();
    }

    /** As the keys of {@code extra-repositories} are written. */
    static String nameVersion(Nvr image) {
        return image.name() + "-" + image.version();
    }

    private static void check(String nameVersion, URI address) {
        boolean named = nameVersion.indexOf('-') > 0 && !nameVersion.endsWith("-");
        boolean http =
                address.getHost() != null && List.of("http", "https").contains(String.valueOf(address.getScheme()));
        if (named && http) return;
        throw new IllegalArgumentException(
                "%s.extra-repositories: expected the http or https address of a .repo file for a name-version, found %s for %s"
                        .formatted(PREFIX, address, nameVersion));
    }

    private static void check(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "%s.exclude-content-sets-pattern: expected a regular expression, found %s: %s near index %d"
                            .formatted(PREFIX, pattern, e.getDescription(), e.getIndex()),
                    e);
        }
    }
}
