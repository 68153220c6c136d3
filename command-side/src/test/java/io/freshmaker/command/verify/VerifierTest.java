package io.freshmaker.command.verify;

import static io.freshmaker.command.port.FakeImageMetadata.REGISTRY;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static io.freshmaker.command.port.FakeImageMetadata.unpublished;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyAnswer.Verified;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.port.FakeImageListings;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.ListedRepository;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final String BUILDS = "build.example.com";
    private static final String SHELF = "ns/shelf";
    private static final String NVR = "shelf-1-1";
    private static final Placement LATEST = published(SHELF, "1-1", "latest");
    private static final ImageRepository GOOD = repository(SHELF, "latest");
    private static final ImageRepository INSIDE =
            new ImageRepository(REGISTRY, SHELF, false, Set.of("Beta"), Set.of("latest"));

    private FakeImageListings listings = new FakeImageListings();

    @Test
    void an_image_is_fine_with_the_content_sets_of_all_its_architectures() {
        listings.with(GOOD)
                .with(image(Set.of("b-rpms", "a-rpms"), LATEST))
                .with(image(Set.of("c-rpms", "a-rpms"), LATEST));

        VerifyAnswer answer = verifier().image(NVR);

        assertThat(answer.kind()).isEqualTo(VerifyAnswer.Kind.FINE);
        assertThat(answer.images())
                .isEqualTo(Map.of(NVR, new Verified(List.of("a-rpms", "b-rpms", "c-rpms"), List.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {NVR, "shelf", "", "shelf-1-1\n", "../shelf-1-1"})
    void an_image_that_nobody_knows_is_not(String nvr) {
        assertWrong(verifier().image(nvr), "No images found for the specified NVR");
    }

    @Test
    void an_image_without_content_sets_in_any_architecture_is_not() {
        listings.with(GOOD).with(image(Set.of("a-rpms"), LATEST)).with(image(Set.of(), LATEST));

        String why = "Found image \"shelf-1-1\" in this repository, but it cannot be rebuilt, because the"
                + " \"content_sets\" are not set for this image.";
        assertWrong(verifier().image(NVR), why);
        assertWrong(verifier().repository(SHELF), why);
    }

    @Test
    void an_image_that_lies_nowhere_or_only_where_builds_are_pushed_to_has_no_repository() {
        listings.with(new ImageRepository(BUILDS, SHELF, true, Set.of("Beta"), Set.of("latest")))
                .with(image(Set.of("a-rpms"), new Placement(BUILDS, SHELF, true, Set.of("latest"))));

        assertWrong(verifier().image(NVR), "Cannot get repository for image shelf-1-1 from Pyxis.");
        assertWrong(verifier().repository(SHELF), "Cannot get repository ns/shelf from Pyxis.");
    }

    @Test
    void what_builds_are_pushed_to_is_passed_over() {
        listings.with(GOOD)
                .with(new ListedRepository(new ImageRepository(BUILDS, SHELF, false, Set.of(), Set.of()), false))
                .with(image(Set.of("a-rpms"), new Placement(BUILDS, SHELF, true, Set.of("build-7")), LATEST));

        assertThat(verifier().image(NVR).kind()).isEqualTo(VerifyAnswer.Kind.FINE);
        assertThat(verifier().repository(SHELF).images())
                .isEqualTo(Map.of(NVR, new Verified(List.of("a-rpms"), List.of("1-1", "latest"))));
    }

    @Test
    void the_first_repository_of_an_image_counts() {
        listings.with(GOOD)
                .with(new ListedRepository(repository("ns/first"), false))
                .with(image(Set.of("a-rpms"), published("ns/first"), LATEST));

        assertWrong(verifier().image(NVR), "The \"auto_rebuild_tags\" in COMET is not set.");
    }

    @Test
    void a_repository_that_nobody_has_given_tags_for_rebuilds_and_one_whose_list_is_empty_are_two_things() {
        assertWrongRepository(
                new ListedRepository(repository(SHELF), false), "The \"auto_rebuild_tags\" in COMET is not set.");
        assertWrongRepository(
                new ListedRepository(repository(SHELF), true),
                "The \"auto_rebuild_tags\" in COMET is set to an empty list, this means rebuilds of images in this"
                        + " repository are disabled.");
    }

    @Test
    void a_repository_of_another_category_is_wrong_unless_any_is_allowed() {
        ImageRepository old = new ImageRepository(REGISTRY, SHELF, true, Set.of("Old", "New"), Set.of("latest"));
        assertWrongRepository(
                new ListedRepository(old, true),
                "Only repositories with one of ['Generally Available', 'Beta'] release_categories can be rebuilt, but"
                        + " found ['New', 'Old'].");

        RepositorySettings any = new RepositorySettings(List.of(), List.of());
        assertThat(new Verifier(listings, any, Set.of()).image(NVR).kind()).isEqualTo(VerifyAnswer.Kind.FINE);
    }

    @Test
    void a_repository_that_is_not_published_is_wrong_unless_it_is_an_exception() {
        assertWrongRepository(
                new ListedRepository(INSIDE, true),
                "Only published repositories or unpublished exceptions can be rebuilt, but this repository is not"
                        + " published.");

        assertThat(verifier(new Unpublished("other.example.com", SHELF))
                        .image(NVR)
                        .kind())
                .isEqualTo(VerifyAnswer.Kind.WRONG);
        assertThat(verifier(new Unpublished(REGISTRY, SHELF)).image(NVR).kind()).isEqualTo(VerifyAnswer.Kind.FINE);
    }

    @Test
    void the_images_of_a_repository_are_those_with_its_tags_also_unpublished_ones_of_an_exception() {
        listings.with(INSIDE)
                .with(image(Set.of("a-rpms"), unpublished(SHELF, "1-1", "latest")))
                .with(image(Set.of("b-rpms"), unpublished(SHELF, "latest", "1")));

        VerifyAnswer answer = verifier(new Unpublished(REGISTRY, SHELF)).repository(SHELF);

        assertThat(answer.autoRebuildTags()).containsExactly("latest");
        assertThat(answer.images())
                .isEqualTo(Map.of(NVR, new Verified(List.of("a-rpms", "b-rpms"), List.of("1", "1-1", "latest"))));
    }

    @Test
    void a_repository_without_images_that_have_its_tags_is_wrong() {
        listings.with(repository(SHELF, "stable", "latest"))
                .with(image(Set.of("a-rpms"), published(SHELF, "beta")))
                .with(image(Set.of("a-rpms"), unpublished(SHELF, "latest")))
                .with(image(Set.of("a-rpms"), published("ns/other", "latest"), unpublished(SHELF, "1")));

        assertWrong(
                verifier().repository(SHELF), "No published images tagged by ['latest', 'stable'] found in repository");
    }

    @Test
    void a_repository_must_be_one() {
        listings.with(GOOD).with(new ImageRepository("other.example.com", SHELF, true, Set.of("Beta"), Set.of("1")));

        assertWrong(verifier().repository("ns/nobody"), "Cannot get repository ns/nobody from Pyxis.");
        assertWrong(verifier().repository(SHELF), "Multiple records found in Pyxis for image repository ns/shelf.");
    }

    private void assertWrongRepository(ListedRepository repository, String why) {
        listings = new FakeImageListings().with(repository).with(image(Set.of("a-rpms"), LATEST));
        assertWrong(verifier().image(NVR), why);
        assertWrong(verifier().repository(SHELF), why);
    }

    private static void assertWrong(VerifyAnswer answer, String why) {
        assertThat(answer).isEqualTo(VerifyAnswer.wrong(why));
    }

    private Verifier verifier(Unpublished... exceptions) {
        return new Verifier(
                listings,
                new RepositorySettings(List.of("Generally Available", "Beta"), List.of(exceptions)),
                Set.of(BUILDS));
    }

    private static ImageRecord image(Set<String> contentSets, Placement... places) {
        return new ImageRecord(new Nvr(NVR), List.of(places), new TreeSet<>(contentSets), null, Map.of(), null);
    }
}
