package io.freshmaker.command.metadata;

import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.KnownImage;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataImagesTest {

    private static final ImageRecord BASE = image("base-1-1", null, published("ns/base", "latest"), "tls-1-1.x86_64");
    private static final ImageRecord SHELF = image("shelf-1-2", "base-1-1", published("ns/shelf", "latest"));
    private static final ImageRecord OLD = image("shelf-1-1", "base-1-1", published("ns/shelf"));

    private final FakeImageMetadata fake =
            new FakeImageMetadata().with(repository("ns/base", "latest")).with(repository("ns/shelf", "latest"));
    private final Map<Nvr, BuiltImage> builds = new HashMap<>();
    private final MetadataImages images = new MetadataImages(new Searchable(fake, BASE, SHELF, OLD), () -> _ -> builds);

    /** Finds among these. */
    private record Searchable(FakeImageMetadata fake, ImageRecord... images) implements SearchableMetadata {

        @Override
        public List<ImageRepository> repositories(boolean publishedOnly) {
            return fake.repositories(publishedOnly);
        }

        @Override
        public List<ImageRecord> found(ImageSearch search) {
            return search.among(Arrays.asList(images));
        }

        @Override
        public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
            return fake.withNvrs(nvrs);
        }

        @Override
        public List<ImageRecord> releasesOf(String name, String version) {
            return fake.releasesOf(name, version);
        }

        @Override
        public List<ImageRecord> childrenOf(Collection<Nvr> parents) {
            return Arrays.stream(images)
                    .filter(image -> image.parent() != null && parents.contains(image.parent()))
                    .toList();
        }
    }

    private Source built(ImageRecord image, @Nullable String flaw, Nvr... parents) {
        Source source = new Source("containers/" + image.nvr().name(), "f42", "c0ffee", "f42-candidate");
        builds.put(
                image.nvr(),
                new BuiltImage(
                        image.nvr(), source, List.of(parents), false, List.of("x86_64"), List.of(), false, flaw));
        return source;
    }

    @Test
    void an_image_with_an_rpm_is_known_with_the_sources_that_it_was_built_from() {
        Source source = built(BASE, null);

        assertThat(images.containing(Set.of("tls")))
                .containsExactly(new KnownImage(BASE.nvr(), source, List.of(), BASE.allRpms(), true));
        assertThat(images.containing(Set.of("tl"))).isEmpty();
        assertThat(images.containing(Set.of())).isEmpty();
    }

    @Test
    void the_children_of_an_image_are_those_that_are_rebuilt_automatically() {
        Nvr builder = new Nvr("builder-1-1");
        built(OLD, null, BASE.nvr());
        built(SHELF, null, builder, BASE.nvr());

        assertThat(images.builtFrom(List.of(BASE.nvr()))).singleElement().satisfies(image -> {
            assertThat(image.nvr()).isEqualTo(SHELF.nvr());
            assertThat(image.parents()).containsExactly(BASE.nvr(), builder);
        });
        assertThat(images.builtFrom(List.of())).isEmpty();
        assertThat(images.builtFrom(List.of(SHELF.nvr()))).isEmpty();
    }

    @Test
    void what_cannot_be_built_again_or_was_made_for_an_emergency_is_left_out() {
        assertThat(images.containing(Set.of("tls"))).isEmpty();
        built(BASE, "its sources are gone");
        assertThat(images.containing(Set.of("tls"))).isEmpty();

        ImageRecord hotfix = new ImageRecord(
                BASE.nvr(),
                BASE.repositories(),
                BASE.contentSets(),
                null,
                Map.of("com.redhat.hotfix", "bz1"),
                new TreeMap<>(Map.of("x86_64", BASE.allRpms())));
        built(BASE, null);
        assertThat(new MetadataImages(new Searchable(fake, hotfix), () -> _ -> builds).containing(Set.of("tls")))
                .isEmpty();
    }
}
