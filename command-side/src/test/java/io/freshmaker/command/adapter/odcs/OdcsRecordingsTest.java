package io.freshmaker.command.adapter.odcs;

import static io.freshmaker.command.outside.StubServer.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.ComposeType;
import io.freshmaker.command.outside.Exchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.Identity;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Compose.State;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we send is what the real ODCS was sent when it was recorded, and what it answered is understood. */
class OdcsRecordingsTest {

    private static final String WIRE = "peers/odcs/wire";
    private static final String ORIGINAL = "peers/freshmaker/wire-as-odcs-client";
    private static final String CREATE = "-POST-api_1_composes";
    private static final ComposeRequest SETS = ComposeRequest.ofContentSets(Set.of("rhel-8-for-x86_64-baseos-rpms"));

    private final StubServer server = new StubServer();
    private final OdcsComposes composes = Odcses.composes(server.url("/"));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void content_sets_are_asked_for_as_the_original_does() throws IOException {
        Exchange original = exchange(ORIGINAL, "0001" + CREATE);
        server.then(recorded(exchange(WIRE, "0004" + CREATE)));

        assertThat(composes.request(SETS)).isEqualTo(1);

        assertSame(server.requests().getFirst(), original.request());
    }

    @Test
    void named_builds_are_asked_for_with_keys_and_arches() throws IOException {
        Exchange exchange = exchange(WIRE, "0010" + CREATE);
        server.then(recorded(exchange));
        OdcsComposes signed = Odcses.composes(
                server.url(""), Systems.http("odcs"), Odcses.settings(server.url(""), List.of("FD431D51"), null));
        List<String> builds = List.of("rsyslog-8.1911.0-7.el8", "openssl-1.1.1g-11.el8");

        assertThat(signed.request(ComposeRequest.ofBuilds(builds, List.of(), List.of("x86_64"))))
                .isEqualTo(3);

        assertSame(server.requests().getFirst(), exchange.request());
    }

    @Test
    void packages_of_a_tag_are_asked_for() throws IOException {
        Exchange exchange = exchange(WIRE, "0013" + CREATE);
        server.then(recorded(exchange));
        ComposeRequest wanted = new ComposeRequest(
                ComposeType.TAG, "rhel-8.4-candidate", List.of("rsyslog"), List.of(), List.of(), List.of());

        assertThat(composes.request(wanted)).isEqualTo(4);

        assertSame(server.requests().getFirst(), exchange.request());
    }

    @Test
    void a_compose_is_asked_about_without_a_login_and_every_state_understood() {
        Map<String, State> states = Map.of(
                "0005-GET-api_1_composes_1", State.DONE,
                "0008-GET-api_1_composes_2", State.FAILED,
                "0014-GET-api_1_composes_4", State.GENERATING);
        states.forEach((name, state) -> {
            Exchange exchange = exchange(WIRE, name);
            server.then(recorded(exchange));
            long number = Long.parseLong(name.substring(name.lastIndexOf('_') + 1));

            assertThat(compose(number).state()).isEqualTo(state);

            assertThat(server.requests().getLast().start())
                    .isEqualTo(exchange.request().start());
            assertThat(server.requests().getLast().headers()).doesNotContainKey("authorization");
        });
    }

    @Test
    void what_odcs_says_of_a_failure_and_when_it_takes_a_compose_away_is_kept() {
        server.then(recorded(exchange(WIRE, "0008-GET-api_1_composes_2")));

        Compose failed = compose(2);

        assertThat(failed.reason())
                .isEqualTo("Error while generating compose: Failed to find all the source(s) ['missing-rpms'] in Pulp,"
                        + " found only []");
        assertThat(failed.removed()).isEqualTo(Instant.parse("2026-11-23T19:46:26Z"));
        assertThat(failed.source()).isEqualTo("missing-rpms");
    }

    @Test
    void a_compose_that_odcs_does_not_know_is_missing() {
        server.then(recorded(exchange(WIRE, "0017-GET-api_1_composes_9999")));

        assertThat(composes.find(List.of(9999L))).isEmpty();
    }

    @Test
    void lists_are_asked_for_as_they_were_and_those_alike_are_found_in_them() {
        Exchange none = exchange(WIRE, "0019-GET-api_1_composes_state_2_source_type_4");
        server.otherwise(recorded(none));
        ComposeRequest wanted = new ComposeRequest(
                ComposeType.PULP,
                "rhel-8-for-x86_64-appstream-rpms rhel-8-for-x86_64-baseos-rpms",
                List.of(),
                List.of(),
                List.of(),
                List.of("ignore_absent_pulp_repos"));

        assertThat(composes.alike(wanted)).extracting(Compose::number).containsExactly(1L);
        assertThat(composes.alike(SETS)).isEmpty();

        assertThat(server.requests())
                .anySatisfy(request -> assertThat(parameters(request)).containsAll(parameters(none.request())));
        assertThat(parameters(server.requests().getFirst())).contains("order_by=-id"); // as in 0018
    }

    @Test
    void a_compose_is_renewed_as_the_original_does_and_a_live_one_keeps_its_number() {
        Exchange original = exchange(ORIGINAL, "0004-PATCH-api_1_composes_1");
        server.then(recorded(exchange(WIRE, "0025-PATCH-api_1_composes_1")));

        assertThat(composes.renew(1)).isEqualTo(1);

        Half sent = server.requests().getFirst();
        assertThat(sent.start()).isEqualTo(original.request().start());
        assertThat(sent.body()).isEqualTo(original.request().body()).isEmpty();
    }

    @Test
    void who_is_not_let_in_shows_himself_once_more_and_then_waits() {
        Exchange no = exchange(WIRE, "0002" + CREATE);
        server.then(recorded(no), recorded(exchange(WIRE, "0004" + CREATE)));
        Identity somebody = (request, _) -> request.setHeader("Authorization", "Negotiate dG9rZW4=");
        Http http = Systems.http("odcs", Systems.QUICK, somebody);
        OdcsComposes known = Odcses.composes(server.url(""), http, Odcses.settings(server.url(""), List.of(), null));
        assertThat(known.request(SETS)).isEqualTo(1);
        assertThat(server.requests()).hasSize(2);

        server.then(recorded(no), recorded(no));
        assertThatThrownBy(() -> known.request(SETS))
                .isInstanceOf(Unavailable.class)
                .hasMessage("ODCS does not let us in: it answered 401 (new compose)");
    }

    @ParameterizedTest
    @CsvSource({
        "0033, No JSON POST data submitted",
        "0035, 'Unknown source type \"bogus\"'",
        "0039, packages should be a list",
        "0041, No source provided for 1",
        "0045, '(''Unknown result %s'', ''bogus'')'"
    })
    void a_refusal_is_told_in_the_words_of_odcs(String number, String message) {
        server.then(recorded(exchange(WIRE, number + CREATE)));

        assertThatThrownBy(() -> composes.request(SETS))
                .isInstanceOf(Refused.class)
                .hasMessage("ODCS answered 400 (new compose): " + message);
    }

    private Compose compose(long number) {
        return List.copyOf(composes.find(List.of(number)).values()).getFirst();
    }

    /** The order of texts in a list is nobody's, and is ours where it was another. */
    private static void assertSame(Half sent, Half theirs) throws IOException {
        assertThat(sent.start()).isEqualTo(theirs.start());
        assertThat(sent.headers())
                .containsEntry("content-type", theirs.headers().get("content-type"));
        assertThat(json(sent)).isEqualTo(json(theirs));
    }

    private static ObjectNode json(Half half) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = (ObjectNode) mapper.readTree(half.body());
        ObjectNode source = (ObjectNode) json.path("source");
        if (source.has("builds")) {
            String[] builds = mapper.convertValue(source.path("builds"), String[].class);
            Arrays.sort(builds);
            source.set("builds", mapper.valueToTree(builds));
        }
        return json;
    }

    private static Set<String> parameters(Half request) {
        String query = request.start().split(" ")[1].split("\\?", 2)[1];
        return new TreeSet<>(Arrays.asList(query.split("&")));
    }

    private static Exchange exchange(String folder, String name) {
        Optional<Path> recordings = SharedFolder.find(folder);
        Assumptions.assumeTrue(recordings.isPresent());
        return Exchange.read(recordings.orElseThrow(), name);
    }
}
