package io.freshmaker.command.adapter.pyxis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.metadata.ToldImage;
import io.freshmaker.command.outside.Exchange;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.testing.SharedFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the original asked Pyxis, asked by us: the same is meant, and what came back is understood. */
class PyxisRecordingsTest {

    /** We ask for these besides; the original does not, so that they are not in what was answered. */
    private static final Set<String> OURS =
            Set.of("data.registry", "data.edges.rpm_manifest.error.status", "data.edges.rpm_manifest.error.detail");

    private static final List<String> CONTENT_SETS = List.of("rhel-8-for-x86_64-baseos-rpms");
    private static final Optional<Path> FOLDER = SharedFolder.find("peers/pyxis/wire");

    private final StubServer server = new StubServer();

    @BeforeEach
    void look_for_the_recordings() {
        assumeThat(FOLDER).isPresent();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Exchange recorded(String number) {
        Exchange exchange = Exchange.read(FOLDER.orElseThrow(), number + "-POST-graphql");
        server.otherwise(StubServer.recorded(exchange));
        return exchange;
    }

    private PyxisMetadata metadata(List<String> categories, Unpublished... exceptions) {
        return Pyxises.metadata(
                Systems.http("pyxis"),
                Pyxises.settings(server.url("/graphql/"), null),
                new RepositorySettings(categories, List.of(exceptions)),
                Clock.systemUTC());
    }

    private Asked sent(int at) {
        return Asked.in(server.requests().get(at).text());
    }

    private static void assertSame(Asked ours, Asked recorded) {
        assertThat(ours.field()).isEqualTo(recorded.field());
        assertThat(ours.arguments()).isEqualTo(recorded.arguments());
        SortedSet<String> known = new TreeSet<>(recorded.selected());
        known.addAll(OURS);
        assertThat(known).containsAll(ours.selected());
    }

    private static Asked asked(Exchange recorded) {
        return Asked.in(recorded.request().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0003", "0018", "0021", "0022", "0023"})
    void an_image_is_looked_up_by_its_nvr(String number) {
        Exchange recorded = recorded(number);
        Nvr nvr = new Nvr((String) asked(recorded).argument("nvr"));

        ImageRecord image = metadata(List.of()).withNvrs(List.of(nvr)).getFirst();

        assertSame(sent(0), asked(recorded));
        assertThat(image.nvr()).isEqualTo(nvr);
        assertThat(image.rpms()).containsOnlyKeys("ppc64le", "x86_64");
        assertThat(image.contentSets()).containsExactlyElementsOf(CONTENT_SETS);
        assertThat(image.labels()).containsEntry("com.redhat.component", nvr.name());
        assertThat(image.isPublished()).isTrue();
    }

    @Test
    void images_are_looked_up_by_their_nvrs() {
        Exchange recorded = recorded("0004");
        Nvr base = new Nvr("ubi8-container-8.4-200");
        Nvr leaf = new Nvr("rsyslog-container-8.4-12");

        List<ImageRecord> images = metadata(List.of()).withNvrs(List.of(base, leaf));

        assertSame(sent(0), asked(recorded));
        assertThat(images).extracting(ImageRecord::nvr).containsExactly(leaf, base);
        assertThat(images).extracting(ImageRecord::parent).containsExactly(base, null);
        assertThat(images.getFirst().allRpms()).contains(Rpm.parse("rsyslog-8.1911.0-6.el8.ppc64le"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0007", "0014"})
    void repositories_are_looked_for(String number) {
        Exchange recorded = recorded(number);
        List<String> categories = number.equals("0007") ? List.of("Generally Available") : Pyxises.CATEGORIES;

        List<ImageRepository> repositories = metadata(categories).repositories(true);

        assertSame(sent(0), asked(recorded));
        assertThat(repositories)
                .hasSize(5)
                .allMatch(one -> one.published()
                        && one.isReleased()
                        && one.autoRebuildTags().equals(Set.of("latest")));
    }

    @Test
    void one_repository_is_looked_up() {
        recorded("0007");
        Exchange recorded = Exchange.read(FOLDER.orElseThrow(), "0010-POST-graphql");
        server.then(StubServer.recorded(Exchange.read(FOLDER.orElseThrow(), "0008-POST-graphql")))
                .then(StubServer.recorded(recorded));

        List<ImageRepository> repositories = metadata(
                        List.of(), new Unpublished("registry.example.com", "ns/ubi8-container"))
                .repositories(true);

        assertSame(sent(1), asked(recorded));
        assertThat(repositories).extracting(ImageRepository::name).containsExactly("ns/ubi8-container");
    }

    /** The original left a hole where its filter for RPMs, which the schema does not have, should have been. */
    @Test
    void images_with_tags_in_repositories_are_searched() {
        Exchange recorded = recorded("0015");
        List<ImageRepository> repositories = List.of(
                        "ns/httpd-24-container",
                        "ns/rsyslog-container",
                        "ns/s2i-base-container",
                        "ns/s2i-core-container",
                        "ns/ubi8-container")
                .stream()
                .map(name -> new ImageRepository("registry.example.com", name, true, Set.of(), Set.of("latest")))
                .toList();
        PyxisMetadata metadata = metadata(List.of());

        assertThat(metadata.tagged(repositories, true, Set.copyOf(CONTENT_SETS), Set.of("rsyslog")))
                .extracting(ImageRecord::nvr)
                .containsExactly(new Nvr("rsyslog-container-8.4-12"));
        assertSame(sent(0), asked(recorded));
        assertThat(metadata.tagged(repositories, true, Set.copyOf(CONTENT_SETS), Set.of("openssl-libs")))
                .hasSizeGreaterThan(3);
    }

    /** The original's expression also matches other versions, as its dots are any characters. */
    @Test
    void the_releases_of_an_image_are_looked_for() {
        Exchange recorded = recorded("0012");

        List<ImageRecord> releases = metadata(List.of()).releasesOf("ubi8-container", "8.4");

        String filter = sent(0).argument("filter").toString();
        String regex = "^ubi8-container-8\\.4-[^-]+$";
        assertThat(filter).contains("regex=" + regex);
        assertThat("ubi8-container-8.4-200").matches(regex);
        assertThat(filter.replace(regex, "ubi8-container-8.4-.*"))
                .isEqualTo(asked(recorded).argument("filter").toString());
        assertSame(sent(0).with("filter", ""), asked(recorded).with("filter", ""));
        assertThat(releases).extracting(ImageRecord::nvr).containsExactly(new Nvr("ubi8-container-8.4-200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0005", "0006", "0011"})
    void answers_to_questions_of_the_original_that_we_do_not_ask_are_understood(String number) {
        recorded(number);

        List<JsonNode> told = graphQl().all(Question.images(Map.of()), 200);

        assertThat(ToldImage.merged(new PyxisImages("find_images").read(told, _ -> true)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0008", "0009"})
    void one_repository_among_many_is_understood(String number) {
        recorded(number);

        assertThat(metadata(List.of()).repositories(true))
                .extracting(ImageRepository::name)
                .containsExactly("ns/ubi8-container");
    }

    @Test
    void an_answer_with_less_than_we_ask_for_is_understood() {
        recorded("0027");

        List<JsonNode> told = new ArrayList<>(graphQl().all(Question.image("rsyslog-container-8.4-12"), 200));

        assertThat(ToldImage.merged(new PyxisImages("find_images").read(told, _ -> true)))
                .flatExtracting(ImageRecord::allRpms)
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0024", "0025"})
    void a_question_that_the_schema_does_not_have_is_refused(String number) {
        recorded(number);

        assertThatThrownBy(() -> graphQl().all(Question.image("a-1-1"), 200))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Cannot query field");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_question_that_could_not_be_answered_is_asked_again() {
        recorded("0026");

        assertThatThrownBy(() -> graphQl().all(Question.image("a-1-1"), 200))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("'nvr'");
        assertThat(server.requests()).hasSize(2);
    }

    private GraphQl graphQl() {
        return new GraphQl(Systems.http("pyxis"), server.url("/graphql/"));
    }
}
