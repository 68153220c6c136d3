package io.freshmaker.command.port;

import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PublishedImages} must do. */
public abstract class PublishedImagesContract {

    private static final String SHELF = "shelf-container";

    /** One that knows exactly these. */
    protected abstract PublishedImages knowing(List<ImageRecord> images);

    @Test
    void images_are_found_by_their_whole_names_in_whatever_version_if_they_are_published() {
        PublishedImages images = knowing(List.of(
                image("shelf-container-1.0-2", null, published("ns/shelf")),
                image("shelf-container-2.0-1", null, published("ns/shelf")),
                image("shelf-container-2.0-2", null, unpublished("ns/shelf")),
                image("shelf-container-extra-1-1", null, published("ns/extra")),
                image("crate-container-1-1", null, published("ns/crate"))));

        assertThat(images.published(List.of(SHELF)))
                .containsExactlyInAnyOrder(new Nvr("shelf-container-1.0-2"), new Nvr("shelf-container-2.0-1"));
        assertThat(images.published(List.of(SHELF, "crate-container", "nobody-container")))
                .hasSize(3);
        assertThat(images.published(List.of())).isEmpty();
    }

    @Test
    void all_of_many_releases_are_found() {
        PublishedImages images = knowing(IntStream.range(0, 60)
                .mapToObj(release -> image("shelf-container-1-" + release, null, published("ns/shelf")))
                .toList());

        assertThat(images.published(List.of(SHELF))).hasSize(60);
    }
}
