package io.freshmaker.command.adapter.mbs;

import static io.freshmaker.command.outside.StubServer.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.command.outside.Exchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we send is what the real MBS was sent when it was recorded, and what it answered is understood. */
class MbsRecordingsTest {

    private static final String WIRE = "peers/mbs/wire";
    private static final String ORIGINAL = "peers/freshmaker/wire-as-mbs-client";
    private static final String COMMIT = "856e3be6dd1643e69b54d5bf803b9adbbb5e4a37";
    private static final String LIST_OF_TWO =
            "0027-GET-module-build-service_1_module-builds_name_testmodule_owner_anonymous_s";

    private final StubServer server = new StubServer();
    private final MbsBuildSystem system = MbsWorld.builder(server.url(""), new MemoryDistGit());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_build_is_asked_for_as_the_original_does() throws IOException {
        Exchange exchange = exchange(ORIGINAL, "0001-POST-module-build-service_1_module-builds");
        server.then(recorded(exchange));

        assertThat(system.submit(request("testmodule"))).isEqualTo("2");
        assertSame(server.requests().getFirst(), exchange);
        assertThat(server.requests().getFirst().headers())
                .containsEntry("authorization", exchange.request().headers().get("authorization"))
                .containsEntry("content-type", exchange.request().headers().get("content-type"));
    }

    @Test
    void a_module_that_is_not_in_dist_git_is_refused() throws IOException {
        Exchange exchange = exchange(ORIGINAL, "0003-POST-module-build-service_1_module-builds");
        server.then(recorded(exchange));

        assertThatThrownBy(() -> system.submit(request("none")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("access denied or repository not exported");
        assertSame(server.requests().getFirst(), exchange);
    }

    @Test
    void a_build_that_is_there_already_is_looked_for_and_followed() {
        Exchange list = exchange(WIRE, LIST_OF_TWO);
        server.then(recorded(exchange(WIRE, "0004-POST-module-build-service_2_module-builds")), recorded(list));

        assertThat(system.submit(request("testmodule"))).isEqualTo("2");
        assertThat(parameters(server.requests().getLast().start()))
                .contains("name=testmodule", "stream=master", "order_desc_by=id");
    }

    @Test
    void a_build_is_found_by_its_commit_under_its_owner() {
        Exchange list = exchange(WIRE, LIST_OF_TWO);
        server.then(recorded(list));
        MbsBuildSystem ours =
                MbsWorld.builder(server.url(""), new MemoryDistGit(), MbsWorld.settings(server.url(""), "anonymous"));

        assertThat(ours.find(request("testmodule"))).contains("2");
        Set<String> theirs = parameters(list.request().start());
        theirs.removeIf(one -> one.startsWith("submitted_after"));
        assertThat(parameters(server.requests().getFirst().start())).containsAll(theirs);
    }

    @ParameterizedTest
    @CsvSource({
        "0044-POST-module-build-service_2_module-builds, 400, Missing branch",
        "0010-POST-module-build-service_2_module-builds, "
                + "403, The submitted scmurl git://evil.example/modules/x?#abc is not allowed",
        "0020-GET-module-build-service_1_module-builds_999, 404, No such module found."
    })
    void a_refusal_is_told_in_the_words_of_mbs(String name, int status, String message) {
        server.then(recorded(exchange(WIRE, name)));

        assertThatThrownBy(() -> system.submit(request("testmodule")))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("MBS answered %d (build git://".formatted(status))
                .hasMessageEndingWith("): " + message);
    }

    /** MBS's web server has a page for people for what its API never does; so has every proxy. */
    @Test
    void a_no_that_is_no_json_may_be_anybodys_and_is_not_final() {
        server.then(recorded(exchange(WIRE, "0033-GET-module-build-service_2_import-module")));

        assertThatThrownBy(() -> system.submit(request("testmodule")))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("MBS answered 405 (build git://");
    }

    @Test
    void a_build_is_asked_about_by_its_id() {
        Exchange going = exchange(WIRE, "0016-GET-module-build-service_1_module-builds_2");
        Exchange unknown = exchange(WIRE, "0020-GET-module-build-service_1_module-builds_999");
        server.then(recorded(exchange(WIRE, "0025-GET-module-build-service_1_module-builds_page_9")));
        server.then(recorded(going), recorded(unknown));

        assertThat(system.ended(List.of("2", "999")).get("999")).isInstanceOf(Broken.class);
        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().stream().map(Half::start))
                .contains(going.request().start(), unknown.request().start());
    }

    @Test
    void modules_are_read_from_their_metadata() {
        Exchange ready =
                exchange(WIRE, "0024-GET-module-build-service_1_module-builds_state_ready_verbose_true_order_de");
        Exchange build =
                exchange(WIRE, "0021-GET-module-build-service_1_module-builds_name_testmodule_stream_master_sta");
        server.then(recorded(ready), recorded(build));
        MbsModules modules = new MbsModules(MbsWorld.api(server.url("")), Duration.ZERO, Clock.systemUTC());
        KnownModule testmodule = new KnownModule(
                "testmodule", "master", "3020261122195642", List.of(new Requirement("platform", "f30")));

        assertThat(modules.builtWith("platform", "f30")).isEmpty();
        assertThat(modules.containing("tangerine", "master")).containsExactly(testmodule);
        Set<String> theirs = parameters(ready.request().start());
        assertThat(parameters(server.requests().getFirst().start())).containsAll(theirs);
        assertThat(parameters(server.requests().getLast().start()))
                .containsAll(theirs)
                .contains("modified_after=2026-11-22T19%3A55%3A26Z");
    }

    @Test
    void a_module_that_was_imported_before_is_no_news_though_mbs_has_changed_it_since() {
        Exchange ready =
                exchange(WIRE, "0024-GET-module-build-service_1_module-builds_state_ready_verbose_true_order_de");
        server.otherwise(recorded(ready));
        MbsModuleSource source = new MbsModuleSource(MbsWorld.api(server.url("")));

        assertThat(source.since(Instant.parse("2026-11-22T20:00:22Z"))).isEmpty();
        assertThat(source.since(Instant.parse("2026-11-22T20:00:21Z"))).hasSize(1);
    }

    private static BuildRequest request(String module) {
        Source source = new Source("modules/" + module, "master", COMMIT, null);
        return BuildRequests.of(1, Artifact.module(module, "master", null, source));
    }

    private static void assertSame(Half sent, Exchange exchange) throws IOException {
        ObjectMapper json = new ObjectMapper();
        assertThat(sent.start()).isEqualTo(exchange.request().start());
        assertThat(json.readTree(sent.body()))
                .isEqualTo(json.readTree(exchange.request().body()));
    }

    private static Set<String> parameters(String start) {
        String query = start.split(" ")[1].split("\\?", 2)[1];
        return new TreeSet<>(Arrays.asList(query.split("&")));
    }

    private static Exchange exchange(String folder, String name) {
        Optional<Path> recordings = SharedFolder.find(folder);
        Assumptions.assumeTrue(recordings.isPresent());
        return Exchange.read(recordings.orElseThrow(), name);
    }
}
