package io.freshmaker.command.adapter.pyxis;

import static io.freshmaker.command.outside.StubServer.status;
import static io.freshmaker.command.port.FakeImageMetadata.REGISTRY;
import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.outside.TooSlow;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PyxisMetadataTest {

    private static final Set<String> BASIC = Set.of("basic-rpms");
    private static final Set<String> TLS = Set.of("tls");

    private final FakePyxis pyxis = new FakePyxis();
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final PyxisMetadata metadata = Pyxises.metadata(pyxis, clock);

    @AfterEach
    void close() {
        pyxis.close();
    }

    /** With one image that contains tls in each. */
    private List<ImageRepository> repositories(int count) {
        List<ImageRepository> repositories = IntStream.range(0, count)
                .mapToObj(at -> repository("ns/shelf%02d".formatted(at), "latest"))
                .toList();
        repositories.forEach(one -> pyxis.with(
                image(one.name().substring(3) + "-1-1", null, published(one.name(), "latest"), "tls-1-1.x86_64")));
        return repositories;
    }

    private List<Integer> sizes() {
        return pyxis.server().requests().stream()
                .map(FakePyxis::variables)
                .map(variables -> variables
                        .findPath("repositories_elemMatch")
                        .findPath("repository")
                        .path("in")
                        .size())
                .toList();
    }

    @Test
    void repositories_are_searched_twenty_at_once_and_half_as_many_when_pyxis_is_too_slow() {
        pyxis.slowAbove(6);

        assertThat(metadata.tagged(repositories(25), true, BASIC, TLS)).hasSize(25);
        assertThat(new TreeSet<>(sizes())).containsExactly(5, 10, 20);
        assertThat(sizes().subList(0, 5)).containsExactly(20, 20, 10, 10, 5);
    }

    @Test
    void a_search_that_fails_in_the_middle_goes_on_there() {
        List<ImageRepository> repositories = repositories(45);
        pyxis.server().then(pyxis::answer, status(503, "text/plain", "gone"), status(503, "text/plain", "gone"));

        assertThatThrownBy(() -> metadata.tagged(repositories, true, BASIC, TLS))
                .isInstanceOf(Unavailable.class);
        assertThat(metadata.tagged(repositories, true, BASIC, TLS)).hasSize(45);
        assertThat(sizes()).containsExactly(20, 20, 20, 20, 5);
    }

    @Test
    void a_search_that_was_interrupted_long_ago_begins_anew_and_a_finished_one_is_not_remembered() {
        List<ImageRepository> repositories = repositories(25);
        pyxis.server().then(pyxis::answer);
        pyxis.server().then(status(403, "text/plain", "no"), status(403, "text/plain", "no"));

        assertThatThrownBy(() -> metadata.tagged(repositories, true, BASIC, TLS))
                .isInstanceOf(Unavailable.class);
        now = now.plus(Duration.ofMinutes(20));
        assertThat(metadata.tagged(repositories, true, BASIC, TLS)).hasSize(25);
        assertThat(metadata.tagged(repositories, true, BASIC, TLS)).hasSize(25);
        assertThat(sizes()).containsExactly(20, 5, 5, 20, 5, 20, 5);
    }

    @Test
    void a_single_repository_that_takes_too_long_is_a_failure_with_the_trace() {
        pyxis.slowAbove(0);

        assertThatThrownBy(() -> metadata.tagged(repositories(1), true, BASIC, TLS))
                .isInstanceOf(TooSlow.class)
                .hasMessage("pyxis answered 500 (find_images): Pyxis API was unable to fetch data from MongoDB in"
                        + " time (trace_id trace-4711)");
    }

    @Test
    void the_heavy_search_is_read_in_small_pages_until_a_short_one_and_not_counted() {
        IntStream.range(0, 100)
                .forEach(at -> pyxis.with(
                        image("shelf-%03d-1".formatted(at), null, published("ns/shelf", "latest"), "tls-1-1.x86_64")));

        assertThat(metadata.tagged(List.of(repository("ns/shelf", "latest")), true, BASIC, TLS))
                .hasSize(100);
        assertThat(pyxis.asked()).containsExactly("find_images", "find_images", "find_images");
        assertThat(pyxis.server().requests())
                .noneMatch(request -> request.text().contains("total"));
    }

    @Test
    void a_counted_answer_ends_with_its_total_also_where_pyxis_gives_less_at_once_than_wanted() {
        IntStream.range(0, 4).forEach(at -> pyxis.with(image("shelf-%d-1".formatted(at), null, published("ns/shelf"))));
        List<Nvr> nvrs = IntStream.range(0, 4)
                .mapToObj(at -> new Nvr("shelf-%d-1".formatted(at)))
                .toList();

        assertThat(metadata.withNvrs(nvrs)).hasSize(4);
        assertThat(pyxis.asked()).containsExactly("find_images");
        assertThat(FakePyxis.variables(pyxis.server().requests().getFirst())
                        .path("page_size")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void repositories_and_images_are_remembered_for_twenty_minutes() {
        pyxis.with(repository("ns/shelf", "latest"));
        pyxis.with(image("shelf-1-1", null, published("ns/shelf")));
        List<Nvr> nvrs = List.of(new Nvr("shelf-1-1"), new Nvr("shelf-1-2"));

        for (int i = 0; i < 2; i++) {
            assertThat(metadata.repositories(true)).hasSize(1);
            assertThat(metadata.withNvrs(nvrs)).hasSize(1);
        }
        assertThat(pyxis.asked()).containsExactly("find_repositories", "find_images", "find_images_by_nvr");
        now = now.plus(Duration.ofMinutes(20));
        metadata.repositories(true);
        metadata.withNvrs(nvrs);
        assertThat(pyxis.asked()).hasSize(5);
    }

    @Test
    void releases_are_never_remembered() {
        pyxis.with(image("shelf-1-1", null, published("ns/shelf")));
        assertThat(metadata.releasesOf("shelf", "1")).hasSize(1);
        pyxis.with(image("shelf-1-2", null, published("ns/shelf")));

        assertThat(metadata.releasesOf("shelf", "1")).hasSize(2);
    }

    @Test
    void a_repository_that_the_settings_name_counts_although_it_is_not_published() {
        ImageRepository inside = new ImageRepository(REGISTRY, "ns/inside", false, Set.of(), Set.of("latest"));
        pyxis.with(inside).with(repository("ns/shelf", "latest"));
        PyxisMetadata withException = Pyxises.metadata(
                pyxis, clock, new Unpublished(REGISTRY, "ns/inside"), new Unpublished(REGISTRY, "ns/nowhere"));

        assertThat(withException.repositories(true)).containsExactly(inside, repository("ns/shelf", "latest"));
        assertThat(pyxis.asked())
                .containsExactly(
                        "find_repositories", "get_repository_by_registry_path", "get_repository_by_registry_path");
    }

    @Test
    void images_that_were_built_by_konflux_are_left_out() {
        pyxis.with(image("shelf-1-1", null, published("ns/shelf", "latest"), "tls-1-1.x86_64"));
        for (ObjectNode record :
                pyxis.with(image("crate-1-1", null, published("ns/shelf", "latest"), "tls-1-1.x86_64"))) {
            record.putNull("brew");
        }

        assertThat(metadata.tagged(List.of(repository("ns/shelf", "latest")), true, BASIC, TLS))
                .extracting(ImageRecord::nvr)
                .containsExactly(new Nvr("shelf-1-1"));
    }

    @Test
    void a_manifest_that_could_not_be_fetched_is_not_taken_for_one_that_does_not_exist() {
        ObjectNode record = pyxis.with(image("shelf-1-1", null, published("ns/shelf"), "tls-1-1.x86_64"))
                .getFirst();
        ObjectNode manifest = record.withObject("edges").withObject("rpm_manifest");
        manifest.putNull("data").putObject("error").put("status", 500).put("detail", "oops");

        assertThatThrownBy(() -> metadata.withNvrs(List.of(new Nvr("shelf-1-1"))))
                .isInstanceOf(Unavailable.class)
                .hasMessage("pyxis could not tell what shelf-1-1 contains (find_images_by_nvr): oops");
    }

    @Test
    void without_an_address_the_setting_is_named() {
        PyxisMetadata nowhere = Pyxises.metadata(
                Systems.http("pyxis"),
                Pyxises.settings(null, null),
                new RepositorySettings(List.of(), List.of()),
                clock);

        assertThatThrownBy(() -> nowhere.repositories(true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.pyxis.graphql-url");
        assertThatThrownBy(() -> nowhere.childrenOf(List.of(new Nvr("base-1-1"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.pyxis.server-url");
    }
}
