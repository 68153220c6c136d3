package io.freshmaker.command.adapter.catalogfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.BuiltImageSourceContract;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.Rpm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The images of a catalog file as an advisory's planning sees them. */
class CatalogImagesTest {
    @TempDir
    Path folder;

    @Nested
    class AsImageBuilds extends BuiltImageSourceContract {
        @Override
        protected BuiltImageSource knowing(BuiltImage... images) {
            return catalog(CatalogText.images(Arrays.stream(images)
                    .map(image -> new KnownImage(
                            image.nvr(),
                            image.source(),
                            image.parents().reversed(),
                            List.of(Rpm.parse("sh-5-1.x86_64"), Rpm.parse("data-1-1.noarch")),
                            true))
                    .toList()));
        }
    }

    private static final String SHOP = """
        images:
          - {nvr: app-1-1, repository: container/app, branch: f42, parents: [tools-1-1, base-1-1], rpms: [tls-1-1.x86_64, tls-1-1.s390x, data-1-1.noarch]}
          - {nvr: app-1-2, repository: container/app, branch: f42, rpms: [tls-1-2.x86_64]}
          - {nvr: app-2-1, repository: container/app, branch: f42, rpms: [tls-2-1.x86_64]}
          - {nvr: draft-1-1, repository: container/draft, branch: f42, rpms: [tls-1-1.noarch], published: false}
        """;

    @Test
    void the_repositories_are_those_of_the_sources_with_one_tag_for_automatic_rebuilds() {
        assertThat(catalog(SHOP).repositories(true))
                .extracting(ImageRepository::name, ImageRepository::autoRebuildTags)
                .containsExactly(tuple("container/app", Set.of("latest")));
        assertThat(catalog(SHOP).repositories(false))
                .extracting(ImageRepository::name, ImageRepository::published)
                .containsExactly(tuple("container/app", true), tuple("container/draft", false));
    }

    @Test
    void images_of_a_repository_with_an_rpm_match_any_content_set() {
        CatalogFile catalog = catalog(SHOP);

        assertThat(catalog.tagged(catalog.repositories(true), true, Set.of("any"), Set.of("tls")))
                .extracting(one -> one.nvr().value(), one -> one.contentSets().first())
                .containsExactly(tuple("app-1-1", "any"), tuple("app-1-2", "any"), tuple("app-2-1", "any"));
        assertThat(catalog.tagged(catalog.repositories(false), false, Set.of("any"), Set.of("tls")))
                .hasSize(4);
        assertThat(catalog.tagged(List.of(), true, Set.of("any"), Set.of("tls")))
                .isEmpty();
    }

    @Test
    void a_record_has_its_rpms_by_architecture_and_its_last_parent() {
        assertThat(catalog(SHOP).withNvrs(List.of(new Nvr("app-1-1"), new Nvr("no-1-1"))))
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.parent()).isEqualTo(new Nvr("base-1-1"));
                    assertThat(image.rpms())
                            .isEqualTo(Map.of(
                                    "s390x", List.of(Rpm.parse("tls-1-1.s390x"), Rpm.parse("data-1-1.noarch")),
                                    "x86_64", List.of(Rpm.parse("tls-1-1.x86_64"), Rpm.parse("data-1-1.noarch"))));
                });
    }

    @Test
    void the_published_releases_of_an_image_are_those_of_its_name_and_version() {
        assertThat(catalog(SHOP).releasesOf("app", "1"))
                .extracting(one -> one.nvr().value())
                .containsExactly("app-1-1", "app-1-2");
        assertThat(catalog(SHOP).releasesOf("draft", "1")).isEmpty();
    }

    private CatalogFile catalog(String text) {
        try {
            return new CatalogFile(Files.writeString(folder.resolve("catalog.yml"), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
