package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.adapter.catalogfile.CatalogFile;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.Rpm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomCatalogTest {

    private final String yaml =
            new RandomCatalog().with("warm", 20).with("load", 300).yaml();

    @TempDir
    private Path folder;

    @Test
    void every_image_of_a_family_contains_its_rpm_in_an_older_version_than_its_update() throws IOException {
        CatalogFile catalog = catalog();

        assertThat(catalog.containing(List.of("warm"))).hasSize(20);
        assertThat(catalog.containing(List.of("load")))
                .hasSize(300)
                .allSatisfy(image -> assertThat(image.rpms()).containsExactly(Rpm.parse("load-1.0-1.fc25.x86_64")));
        assertThat(catalog.rpmsOf(RandomCatalog.build("load"))).containsExactly(Rpm.parse("load-2.0-1.fc25.x86_64"));
    }

    @Test
    void images_are_built_from_several_earlier_ones_of_their_family() throws IOException {
        List<KnownImage> images = catalog().containing(List.of("load"));

        assertThat(images)
                .allSatisfy(image -> assertThat(image.parents())
                        .allMatch(parent ->
                                number(parent.value()) < number(image.nvr().value())));
        assertThat(images.stream().mapToInt(image -> image.parents().size()).sum())
                .isGreaterThan(400);
    }

    @Test
    void the_same_sizes_give_the_same_catalog() {
        assertThat(new RandomCatalog().with("warm", 20).with("load", 300).yaml())
                .isEqualTo(yaml);
    }

    private CatalogFile catalog() throws IOException {
        return new CatalogFile(Files.writeString(folder.resolve("catalog.yaml"), yaml));
    }

    private static int number(String nvr) {
        assertThat(nvr).startsWith("load-image-");
        return Integer.parseInt(nvr.split("-")[2]);
    }
}
