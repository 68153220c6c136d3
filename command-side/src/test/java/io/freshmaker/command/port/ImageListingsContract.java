package io.freshmaker.command.port;

import static io.freshmaker.command.port.FakeImageMetadata.REGISTRY;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static io.freshmaker.command.port.FakeImageMetadata.unpublished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord.Placement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every {@link ImageListings} must do. */
public abstract class ImageListingsContract {

    private static final ImageRepository SHELF = repository("ns/shelf", "latest", "stable");
    private static final ImageRepository OTHER =
            new ImageRepository("other.example.com", "ns/shelf", false, Set.of(), Set.of());

    /** One that knows exactly these. */
    protected abstract ImageListings knowing(List<ListedRepository> repositories, List<ImageRecord> images);

    @Test
    void each_architecture_of_an_image_is_told_by_itself_with_where_it_lies_first() {
        Placement inside = new Placement("build.example.com", "ns/inside", false, Set.of("1"));
        ImageListings listings = knowing(
                List.of(),
                List.of(
                        image("shelf-1-1", Set.of("b-rpms", "a-rpms"), inside, published("ns/shelf", "latest")),
                        image("shelf-1-1", Set.of(), published("ns/shelf", "latest")),
                        image("shelf-1-2", Set.of("a-rpms"), published("ns/shelf", "latest"))));

        assertThat(listings.images(new Nvr("shelf-1-1")))
                .extracting(ImageRecord::nvr, ImageRecord::contentSets, ImageRecord::repositories)
                .containsExactly(
                        tuple(
                                new Nvr("shelf-1-1"),
                                new TreeSet<>(Set.of("a-rpms", "b-rpms")),
                                List.of(inside, published("ns/shelf", "latest"))),
                        tuple(new Nvr("shelf-1-1"), new TreeSet<>(), List.of(published("ns/shelf", "latest"))));
        assertThat(listings.images(new Nvr("nobody-1-1"))).isEmpty();
    }

    @Test
    void a_repository_is_told_as_it_is_whether_it_is_rebuilt_or_not() {
        ListedRepository shelf = new ListedRepository(SHELF, true);
        ListedRepository none = new ListedRepository(repository("ns/none"), true);
        ListedRepository unset = new ListedRepository(repository("ns/unset"), false);
        ListedRepository other = new ListedRepository(OTHER, true);
        ImageListings listings = knowing(List.of(shelf, none, unset, other), List.of());

        assertThat(listings.repository(REGISTRY, "ns/shelf")).contains(shelf);
        assertThat(listings.repository("other.example.com", "ns/shelf")).contains(other);
        assertThat(listings.repository(REGISTRY, "ns/nobody")).isEmpty();
        assertThat(listings.repositories("ns/shelf")).containsExactlyInAnyOrder(shelf, other);
        assertThat(listings.repositories("ns/none")).containsExactly(none);
        assertThat(listings.repositories("ns/unset")).containsExactly(unset);
        assertThat(listings.repositories("ns/nobody")).isEmpty();
    }

    @Test
    void images_with_a_tag_for_automatic_rebuilds_are_found_in_the_repository_published_where_that_is() {
        ImageRepository inside =
                new ImageRepository(REGISTRY, "ns/inside", false, Set.of("Generally Available"), Set.of("latest"));
        ImageListings listings = knowing(
                List.of(new ListedRepository(SHELF, true), new ListedRepository(inside, true)),
                List.of(
                        image("shelf-1-1", Set.of("a-rpms"), published("ns/shelf", "1", "stable")),
                        image("shelf-1-2", Set.of("a-rpms"), published("ns/shelf", "beta")),
                        image("shelf-1-3", Set.of("a-rpms"), unpublished("ns/shelf", "latest")),
                        image("shelf-1-4", Set.of(), published("ns/shelf", "latest")),
                        image("inside-1-1", Set.of("a-rpms"), unpublished("ns/inside", "latest"))));

        assertThat(listings.tagged(SHELF))
                .extracting(image -> image.nvr().value())
                .containsExactlyInAnyOrder("shelf-1-1", "shelf-1-4");
        assertThat(listings.tagged(inside))
                .extracting(image -> image.nvr().value())
                .containsExactly("inside-1-1");
    }

    private static ImageRecord image(String nvr, Set<String> contentSets, Placement... places) {
        return new ImageRecord(new Nvr(nvr), List.of(places), new TreeSet<>(contentSets), null, Map.of(), null);
    }
}
