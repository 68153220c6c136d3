package io.freshmaker.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.errata.FakeErrata;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.standalone.cli.CommandLines;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person asks for, whichever way he does (issue 6): the same plan, and the bus hears of what came over HTTP. */
class RebuildByHandIT {

    private static final long ADVISORY = 28484;
    private static final String BODY =
            "{\"errata_id\": %d, \"metadata\": {\"skip_rebuilt\": false}}".formatted(ADVISORY);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CATALOG = """
        images:
          - {nvr: base-42-1, repository: container/base, branch: f42, rpms: [tls-3.2-1.fc42.x86_64]}
          - {nvr: tools-1-1, repository: container/tools, branch: f42, parents: [base-42-1], rpms: [tls-3.2-1.fc42.x86_64]}
          - {nvr: app-1-1, repository: container/app, branch: f42, parents: [tools-1-1], rpms: [tls-3.2-1.fc42.x86_64]}
          - {nvr: fresh-1-1, repository: container/fresh, branch: f42, parents: [base-42-1], rpms: [tls-3.2-2.fc42.x86_64]}
        """;

    private static final String RULES = """
        allow:
          global:
            image: {advisory_name: ".*"}
        """;

    @TempDir
    static Path folder;

    private static FakeErrata errata;
    private static RunningHouse house;

    @BeforeAll
    static void open() throws IOException {
        errata = new FakeErrata();
        errata.advisory(advisory(), content("tls-3.2-2.fc42"));
        house = RunningHouse.open(
                folder,
                CATALOG,
                RULES,
                BuildJournal.in(folder.resolve("journal"), Set.of()),
                0.02,
                Map.of("freshmaker.errata.server-url", errata.url().toString()));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
        errata.close();
    }

    @Test
    void by_message_by_http_and_by_command_line_the_plan_is_the_same() throws IOException {
        house.publish(BusMessage.rebuildWanted("by-message", ADVISORY));
        JsonNode byMessage = complete("by-message");
        String requested = JSON.readTree(house.post("/api/1/builds/", BODY))
                .path("message_id")
                .asText();
        JsonNode byHttp = complete(requested);
        int status = CommandLines.run(
                "rebuild",
                "--url=" + house.url(),
                "--advisory=" + ADVISORY,
                "--metadata={\"skip_rebuilt\": false}",
                "--json");
        JsonNode newest = house.json("/api/3/events?limit=1").at("/items/0");
        JsonNode byCommandLine = complete(newest.path("message_id").asText());

        assertThat(status).isZero();
        assertThat(plan(byMessage)).isEqualTo(plan(byHttp)).isEqualTo(plan(byCommandLine));
        assertThat(plan(byHttp).keySet()).containsExactly("app-1-1", "base-42-1", "tools-1-1");
        assertThat(List.of(byMessage, byHttp, byCommandLine)).doesNotHaveDuplicates();
        List<String> overHttp =
                List.of(requested, byCommandLine.path("message_id").asText());
        await().untilAsserted(() -> assertThat(told()).isEqualTo(overHttp));
        house.knowsPublished(overHttp.stream().map(id -> "heard again: " + id).toList());
        house.awaitQuiet();
        assertThat(house.json("/api/1/events/?search_key=" + ADVISORY)
                        .at("/meta/total")
                        .asInt())
                .as("our own messages, heard again, are no Events")
                .isEqualTo(3);
    }

    @Test
    void who_verifies_images_hears_from_the_command_side_that_a_catalog_file_knows_no_repositories() {
        assertThatThrownBy(() -> house.json("/api/1/verify-image/app-1-1"))
                .hasMessageContaining("503")
                .hasMessageContaining("No system is set that knows repositories of images: freshmaker.catalog is"
                        + " neither pyxis nor lightblue");
    }

    private static JsonNode complete(String messageId) {
        return house.awaitEvent(messageId, "COMPLETE");
    }

    /** The requests that the bus was told of. */
    private static List<String> told() {
        return house.bus().heard().stream()
                .filter(heard -> heard.routingKey().endsWith(".freshmaker.manual.rebuild"))
                .filter(heard -> !heard.body().has("msg")) // not the envelope that we sent
                .map(heard -> heard.body().path("msg_id").asText())
                .toList();
    }

    /** Each planned artifact with its reason and what it is built from, by its original NVR. */
    private static Map<String, ObjectNode> plan(JsonNode event) {
        JsonNode graph =
                house.json("/api/3/events/%d/graph".formatted(event.path("id").asInt()));
        Map<String, ObjectNode> plan = new TreeMap<>();
        graph.path("nodes").forEach(node -> {
            ObjectNode planned = JSON.createObjectNode();
            planned.set("reason", node.path("reason"));
            planned.set("text", node.path("text"));
            graph.path("edges").forEach(edge -> {
                if (edge.path("to").equals(node.path("id"))) planned.put("from " + nameOf(graph, edge), true);
            });
            plan.put(node.path("original_nvr").asText(), planned);
        });
        return plan;
    }

    private static String nameOf(JsonNode graph, JsonNode edge) {
        for (JsonNode node : graph.path("nodes")) {
            if (node.path("id").equals(edge.path("from")))
                return node.path("original_nvr").asText();
        }
        throw new AssertionError("Nothing stands at the beginning of " + edge);
    }

    private static Advisory advisory() {
        return new Advisory(
                ADVISORY,
                "RHSA-2026:28484",
                "SHIPPED_LIVE",
                List.of("rpm"),
                "important",
                "product",
                "RHEL-8.4",
                "Zstream",
                List.of(),
                false,
                false,
                false,
                "somebody");
    }

    private static AdvisoryContent content(String build) {
        List<Nvr> one = List.of(new Nvr(build));
        return new AdvisoryContent(one, one, one, one, List.of("f42-rpms-id"), true);
    }
}
