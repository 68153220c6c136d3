package io.freshmaker.command.port;

import static io.freshmaker.command.port.FakeImageMetadata.REGISTRY;
import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static io.freshmaker.command.port.FakeImageMetadata.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ImageMetadata} must do. */
public abstract class ImageMetadataContract {

    private static final Set<String> BASIC = Set.of("basic-rpms");
    private static final Set<String> TLS = Set.of("tls-libs");
    private static final ImageRepository SHELF = repository("ns/shelf", "latest");
    private static final ImageRepository CRATE = repository("ns/crate", "1.0", "stable");

    /** One that knows exactly these; images in the order in which they were published. */
    protected abstract ImageMetadata knowing(List<ImageRepository> repositories, List<ImageRecord> images);

    @Test
    void repositories_without_tags_for_automatic_rebuilds_are_none() {
        ImageMetadata metadata = knowing(List.of(SHELF, repository("ns/by-hand")), List.of());

        assertThat(metadata.repositories(true)).containsExactly(SHELF);
        assertThat(metadata.repositories(false)).containsExactly(SHELF);
    }

    @Test
    void repositories_that_are_not_published_or_of_another_category_are_there_where_everything_is_wanted() {
        ImageRepository inside =
                new ImageRepository(REGISTRY, "ns/inside", false, Set.of("Generally Available"), Set.of("latest"));
        ImageRepository old = new ImageRepository(REGISTRY, "ns/old", true, Set.of("Deprecated"), Set.of("latest"));
        ImageRepository beta = new ImageRepository(REGISTRY, "ns/beta", true, Set.of("Beta"), Set.of("latest"));
        ImageMetadata metadata = knowing(List.of(inside, old, beta), List.of());

        assertThat(metadata.repositories(true)).containsExactly(beta);
        assertThat(metadata.repositories(false)).containsExactlyInAnyOrder(inside, old, beta);
    }

    @Test
    void tagged_images_are_found_by_the_name_of_an_rpm_in_the_order_of_nvrs() {
        ImageMetadata metadata = knowing(
                List.of(SHELF, CRATE),
                List.of(
                        image("shelf-1-2", null, published("ns/shelf", "latest"), "tls-libs-1-1.x86_64"),
                        image(
                                "crate-1-1",
                                null,
                                published("ns/crate", "stable"),
                                "tls-libs-2-1.x86_64",
                                "sh-1-1.x86_64"),
                        image("sack-1-1", null, published("ns/shelf", "latest"), "tls-1-1.x86_64", "sh-1-1.x86_64")));

        assertThat(metadata.tagged(List.of(SHELF, CRATE), true, BASIC, TLS))
                .extracting(ImageRecord::nvr)
                .containsExactly(new Nvr("crate-1-1"), new Nvr("shelf-1-2"));
        assertThat(metadata.tagged(List.of(SHELF), true, BASIC, TLS))
                .extracting(ImageRecord::nvr)
                .containsExactly(new Nvr("shelf-1-2"));
        assertThat(metadata.tagged(List.of(SHELF), true, BASIC, TLS).getFirst().allRpms())
                .contains(Rpm.parse("tls-libs-1-1.x86_64"));
    }

    @Test
    void a_tag_counts_in_the_repository_that_rebuilds_by_it() {
        ImageMetadata metadata = knowing(
                List.of(SHELF, CRATE),
                List.of(image("crate-1-1", null, published("ns/crate", "latest"), "tls-libs-1-1.x86_64")));

        assertThat(metadata.tagged(List.of(SHELF, CRATE), true, BASIC, TLS)).isEmpty();
    }

    @Test
    void what_is_not_published_where_it_has_the_tag_is_found_where_everything_is_wanted() {
        ImageRecord inside = image("shelf-1-2", null, unpublished("ns/shelf", "latest"), "tls-libs-1-1.x86_64");
        ImageMetadata metadata = knowing(List.of(SHELF), List.of(inside));

        assertThat(metadata.tagged(List.of(SHELF), true, BASIC, TLS)).isEmpty();
        assertThat(metadata.tagged(List.of(SHELF), false, BASIC, TLS))
                .extracting(ImageRecord::nvr)
                .containsExactly(inside.nvr());
    }

    @Test
    void an_image_of_other_content_sets_is_not_found() {
        ImageMetadata metadata = knowing(
                List.of(SHELF),
                List.of(image("shelf-1-2", null, published("ns/shelf", "latest"), "tls-libs-1-1.x86_64")));

        assertThat(metadata.tagged(List.of(SHELF), true, Set.of("other-rpms"), TLS))
                .isEmpty();
        assertThat(metadata.tagged(List.of(SHELF), true, Set.of("other-rpms", "basic-rpms"), TLS))
                .hasSize(1);
    }

    @Test
    void an_image_of_several_architectures_is_one() {
        ImageRecord image = new ImageRecord(
                new Nvr("shelf-1-2"),
                List.of(published("ns/shelf", "latest", "1")),
                new TreeSet<>(Set.of("basic-rpms", "more-rpms")),
                new Nvr("base-1-1"),
                Map.of("name", "shelf", "com.redhat.hotfix", "bz1"),
                new TreeMap<>(Map.of(
                        "x86_64", List.of(Rpm.parse("tls-libs-1-1.x86_64"), Rpm.parse("sh-1-1.x86_64")),
                        "aarch64", List.of(Rpm.parse("tls-libs-1-2.aarch64")),
                        "s390x", List.of(Rpm.parse("sh-1-1.s390x")))));
        ImageMetadata metadata = knowing(List.of(SHELF), List.of(image));

        assertThat(metadata.withNvrs(List.of(image.nvr()))).containsExactly(image);
        assertThat(metadata.tagged(List.of(SHELF), true, BASIC, TLS))
                .flatExtracting(ImageRecord::allRpms)
                .contains(Rpm.parse("tls-libs-1-1.x86_64"), Rpm.parse("tls-libs-1-2.aarch64"));
    }

    @Test
    void images_are_known_by_their_nvrs_published_or_not_and_without_a_manifest_too() {
        ImageRecord shelf = image("shelf-1-2", "base-1-1", published("ns/shelf", "latest"), "tls-libs-1-1.x86_64");
        ImageRecord crate = image("crate-1-1", null, unpublished("ns/crate"), "tls-libs-1-1.x86_64");
        ImageRecord empty = new ImageRecord(
                new Nvr("empty-1-1"), List.of(published("ns/e")), new TreeSet<>(), new Nvr("base-1-1"), Map.of(), null);
        ImageMetadata metadata = knowing(List.of(), List.of(shelf, crate, empty));

        assertThat(metadata.withNvrs(
                        List.of(shelf.nvr(), new Nvr("shelf-1-1"), empty.nvr(), crate.nvr(), new Nvr("shelf-1-20"))))
                .containsExactly(crate, empty, shelf);
        assertThat(metadata.withNvrs(Set.of(shelf.nvr()))).containsExactly(shelf);
    }

    @Test
    void the_releases_of_an_image_end_with_the_highest() {
        ImageMetadata metadata = knowing(
                List.of(),
                List.of(
                        image("shelf-1.0-9", null, published("ns/shelf")),
                        image("shelf-1.0-10", null, published("ns/shelf")),
                        image("shelf-1.0-10.1700000000", null, published("ns/shelf")),
                        image("shelf-1.0-11", null, unpublished("ns/shelf")),
                        image("shelf-1x0-12", null, published("ns/shelf")),
                        image("shelf-1.0-extra-1.0-13", null, published("ns/shelf"))));

        assertThat(metadata.releasesOf("shelf", "1.0"))
                .extracting(image -> image.nvr().release())
                .containsExactly("9", "10", "10.1700000000");
        assertThat(metadata.releasesOf("shelf", "2.0")).isEmpty();
    }

    @Test
    void no_more_than_twenty_releases_are_told_and_each_whole() {
        List<ImageRecord> releases = new ArrayList<>();
        IntStream.rangeClosed(1, 25)
                .forEach(release -> releases.add(new ImageRecord(
                        new Nvr("shelf-1-" + release),
                        List.of(published("ns/shelf")),
                        new TreeSet<>(),
                        null,
                        Map.of(),
                        new TreeMap<>(Map.of(
                                "x86_64", List.of(Rpm.parse("sh-1-1.x86_64")),
                                "aarch64", List.of(Rpm.parse("sh-1-1.aarch64")),
                                "s390x", List.of(Rpm.parse("sh-1-1.s390x")))))));

        assertThat(knowing(List.of(), releases).releasesOf("shelf", "1"))
                .containsExactlyElementsOf(releases.subList(5, 25));
    }

    @Test
    void what_nobody_knows_or_asks_for_is_an_empty_list() {
        ImageMetadata metadata = knowing(List.of(SHELF), List.of());

        assertThat(metadata.tagged(List.of(SHELF), true, BASIC, TLS)).isEmpty();
        assertThat(metadata.tagged(List.of(), true, BASIC, TLS)).isEmpty();
        assertThat(metadata.tagged(List.of(SHELF), true, Set.of(), TLS)).isEmpty();
        assertThat(metadata.tagged(List.of(SHELF), true, BASIC, Set.of())).isEmpty();
        assertThat(metadata.withNvrs(List.of())).isEmpty();
        assertThat(metadata.withNvrs(List.of(new Nvr("no-1-1")))).isEmpty();
        assertThat(metadata.releasesOf("no\"thing", "*")).isEmpty();
    }
}
