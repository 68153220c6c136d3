package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImageSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ImagesSettingsTest {

    @Test
    void unset_they_are_as_the_originals() {
        ImagesSettings settings = bound(Map.of());

        assertThat(settings.choosing()).isEqualTo(ImageSettings.DEFAULT);
        assertThat(settings.mayBeComposed("f42-rpms")).isTrue();
        assertThat(settings.mayBeComposed("f42-hidden-rpms")).isFalse();
        assertThat(settings.composes()).isNull();
    }

    @Test
    void a_repository_belongs_to_all_releases_of_a_name_and_version() {
        ImagesSettings settings = bound(Map.of(
                "freshmaker.images.extra-repositories.[ubi8-minimal-8.4]", "https://repos.example.com/ubi.repo",
                "freshmaker.images.released-only", "true",
                "freshmaker.images.build-registries", "one.example.com,two.example.com"));

        assertThat(settings.repositoriesOf(new Nvr("ubi8-minimal-8.4-12.7")))
                .containsExactly("https://repos.example.com/ubi.repo");
        assertThat(settings.repositoriesOf(new Nvr("ubi8-minimal-8.5-1"))).isEmpty();
        assertThat(settings.choosing())
                .isEqualTo(new ImageSettings(true, false, Set.of("one.example.com", "two.example.com")));
    }

    @ParameterizedTest
    @CsvSource({
        "ubi8-8.4, ubi.repo, 'freshmaker.images.extra-repositories: expected the http or https address of a .repo file"
                + " for a name-version, found ubi.repo for ubi8-8.4'",
        "ubi8, https://r.example.com/u.repo, 'freshmaker.images.extra-repositories: expected the http or https address"
                + " of a .repo file for a name-version, found https://r.example.com/u.repo for ubi8'"
    })
    void a_repository_without_an_address_or_a_version_is_refused(String image, URI address, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdvisoryWorld.settings(Map.of(image, address)))
                .withMessage(sentence);
    }

    @Test
    void a_pattern_that_is_none_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImagesSettings(false, false, List.of(), false, Map.of(), "(", null))
                .withMessageStartingWith(
                        "freshmaker.images.exclude-content-sets-pattern: expected a regular expression, found (");
    }

    private static ImagesSettings bound(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate(ImagesSettings.PREFIX, ImagesSettings.class);
    }
}
