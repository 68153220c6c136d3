package io.freshmaker.messaging.inbound.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.Wired;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for rebuilds that others send over the bus (spec §3.3). */
class RequestMessagesTest {

    private static final String BUILD = "VirtualTopic.eng.freshmaker.async.manual.build";
    private static final String REBUILD = "VirtualTopic.eng.freshmaker.manual.rebuild";

    private final Interpreter interpreter = new Interpreter(Parsers.all());

    @ParameterizedTest
    @ValueSource(strings = {REBUILD, "freshmaker.manual.rebuild", "org.fedoraproject.prod.freshmaker.manual.rebuild"})
    void a_request_is_a_trigger_known_by_its_own_id_and_believes_nobody_who_he_is(String topic) {
        JsonNode body = Json.lenient("""
            {"msg_id": "manual_rebuild_123", "errata_id": 103, "container_images": ["foo-1-1", "bar-1-1", "foo-1-1"],
             "freshmaker_event_id": 1, "metadata": {"foo": ["bar", null]}, "requester": "root", "force": true}
            """);
        Request request = new Request(
                "manual_rebuild_123", Way.BUS, null, List.of(1), Map.of("foo", Json.lenient("[\"bar\", null]")));

        Meant meant = (Meant) interpret(Wired.bare(topic, "id-1", body));

        ManualRebuild rebuild = (ManualRebuild) meant.meaning().trigger().orElseThrow();
        assertThat(rebuild.advisory()).isEqualTo(103);
        assertThat(rebuild.images()).containsExactly("foo-1-1", "bar-1-1");
        assertThat(rebuild.request())
                .usingRecursiveComparison()
                .ignoringFields("metadata")
                .isEqualTo(request);
        assertThat(rebuild.request().metadata()).hasToString("{foo=[bar, null]}");
        assertThat(rebuild.messageId(meant.messageId())).isEqualTo("manual_rebuild_123");
        assertThat(meant.meaning().dryRun()).isFalse();
    }

    @Test
    void without_an_id_of_its_own_it_has_the_messages() {
        Meant meant = (Meant) interpret(Wired.bare(REBUILD, "id-1", Json.lenient("{\"errata_id\": 1}")));

        assertThat(meant.meaning())
                .isEqualTo(Meaning.of(
                        new ManualRebuild(1, List.of(), new Request("id-1", Way.BUS, null, List.of(), Map.of())),
                        false));
    }

    @Test
    void it_may_want_a_dry_run() {
        Meant meant =
                (Meant) interpret(Wired.bare(REBUILD, "id-1", Json.lenient("{\"errata_id\": 1, \"dry_run\": true}")));

        assertThat(meant.meaning().dryRun()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                                          | errata_id: expected a whole number, found nothing
        {"errata_id": "1"}                          | errata_id: expected a whole number, found a value of type string
        {"errata_id": 1, "freshmaker_event_id": 3000000000} | freshmaker_event_id: expected a whole number below 2147483648, found a value of type number
        {"errata_id": 1, "container_images": "x"}   | container_images: expected a list, found a value of type string
        {"errata_id": 1, "container_images": ["x"]} | container_images[0]: expected a name-version-release, found 'x'
        {"errata_id": 1, "dry_run": "yes"}          | dry_run: expected true or false, found a value of type string
        {"errata_id": 1, "metadata": {"olm_substitutes": "no"}} | metadata.olm_substitutes: expected a boolean, found a value of type string
        {"errata_id": 1, "metadata": {"bundle_related_image_overrides": {"a": 1}}} | metadata.bundle_related_image_overrides: expected an object that has a name-version-release for each name-version-release, found a value of type object
        {"errata_id": 1, "metadata": 5}             | metadata: expected an object, found a value of type number
        {"errata_id": 1, "metadata": {"a": "\\u0000"}} | metadata: expected an object of at most 10000 characters and 20 levels, without NUL, found a value of type object
        {"errata_id": 1, "msg_id": "\\n"}         | msg_id: expected a message id (printable ASCII), found '\\u000a'
        """)
    void a_mistake_is_named(String body, String complaint) {
        assertThat(interpret(Wired.bare(REBUILD, "id-1", Json.lenient(body)))).isEqualTo(new Broken(complaint));
    }

    @Test
    void a_request_by_branch_is_a_trigger_known_by_its_own_id() {
        Meant meant = (Meant) interpret(Wired.bare(BUILD, "id-1", Json.lenient("""
            {"msg_id": "async_build_123", "dist_git_branch": "main", "container_images": ["a-container", "a-container"],
             "brew_target": "target", "requester": "root"}
            """)));

        assertThat(meant.meaning())
                .isEqualTo(Meaning.of(
                        new BranchRebuild(
                                "main",
                                List.of("a-container"),
                                "target",
                                new Request("async_build_123", Way.BUS, null, List.of(), Map.of())),
                        false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {}                          | dist_git_branch: expected a branch, found nothing
        {"dist_git_branch": "main"} | container_images: expected a list, found nothing
        {"dist_git_branch": "main", "container_images": []} | container_images: expected at least one image, found none
        {"dist_git_branch": "main", "container_images": ["a/b"]} | container_images[0]: expected the name of a package, module or container, found 'a/b'
        {"dist_git_branch": "main", "container_images": ["a"], "brew_target": "a b"} | brew_target: expected a Koji tag, found 'a b'
        """)
    void a_mistake_in_a_request_by_branch_is_named(String body, String complaint) {
        assertThat(interpret(Wired.bare(BUILD, "id-1", Json.lenient(body)))).isEqualTo(new Broken(complaint));
    }

    private Interpretation interpret(Wired message) {
        return interpreter.interpret(() -> BusMessage.read(message.routingKey(), message.messageId(), message.body()));
    }
}
