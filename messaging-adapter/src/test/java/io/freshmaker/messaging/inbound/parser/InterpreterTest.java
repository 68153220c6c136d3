package io.freshmaker.messaging.inbound.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.Wired;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {

    private static final String GIT = "org.fedoraproject.prod.git.receive";
    private static final String BODHI = "org.fedoraproject.prod.bodhi.update.complete.stable";
    private static final String COMMIT = "5d41402abc4b2a76b9719d911017c592aa00bb11";
    private static final Meaning PUSH = Meaning.of(new RpmSpecChanged("teapot", "f41", COMMIT));

    private static final String UPDATE = "FEDORA-2024-0a1b2c3d4e";
    private static final List<String> BUILDS = List.of("teapot-2.1-3.fc41", "kettle-0.9~rc2-1.fc41");

    private final Interpreter interpreter = new Interpreter(Parsers.all());

    @Test
    void both_wire_forms_of_a_push_mean_the_same() {
        assertThat(interpret(Wired.bare(GIT, "id-1", Wired.sample(GIT)))).isEqualTo(new Meant("id-1", PUSH));
        assertThat(interpret(Wired.envelope(GIT, "id-1", Wired.sample(GIT)))).isEqualTo(new Meant("id-1", PUSH));
    }

    @Test
    void both_wire_forms_of_an_update_mean_the_same() {
        var meant = new Meant("id-1", Meaning.of(new UpdateStable(UPDATE, BUILDS, "f41")));

        assertThat(interpret(Wired.bare(BODHI, "id-1", Wired.sample(BODHI)))).isEqualTo(meant);
        assertThat(interpret(Wired.envelope(BODHI, "id-1", Wired.sample(BODHI))))
                .isEqualTo(meant);
    }

    @Test
    void what_the_envelope_says_wins_over_routing_key_and_properties() {
        Wired envelope = Wired.envelope(GIT, "inner", Wired.sample(GIT));

        assertThat(interpreter.interpret("org.example.other", "outer", envelope.body()))
                .isEqualTo(new Meant("inner", PUSH));
    }

    @Test
    void an_envelope_without_topic_and_id_takes_them_from_the_delivery() {
        byte[] body =
                "{\"msg_id\": null, \"msg\": %s}".formatted(Wired.sample(GIT)).getBytes(UTF_8);

        assertThat(interpreter.interpret(GIT, "outer", body)).isEqualTo(new Meant("outer", PUSH));
    }

    @Test
    void the_id_may_lie_in_the_headers_of_the_envelope() {
        byte[] body = "{\"topic\": \"%s\", \"headers\": {\"message-id\": \"ID:7\"}, \"msg\": %s}"
                .formatted(GIT, Wired.sample(GIT))
                .getBytes(UTF_8);

        assertThat(interpreter.interpret("bridged", null, body)).isEqualTo(new Meant("ID:7", PUSH));
    }

    @Test
    void topics_with_slashes_are_understood() {
        assertThat(interpret(Wired.bare("/topic/VirtualTopic.eng.git.receive", "id-1", Wired.sample(GIT))))
                .isEqualTo(new Meant("id-1", PUSH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.fedoraproject.prod.git.receive.valgrind.master", "digit.receive", "git", "a.b"})
    void a_topic_that_does_not_end_with_a_parsers_suffix_is_not_for_us(String topic) {
        assertThat(interpret(Wired.bare(topic, null, Wired.sample(GIT))))
                .isEqualTo(new Ignored("no parser for the topic"));
    }

    @ParameterizedTest
    @CsvSource({"/commit", "/commit/namespace"})
    void a_push_without_commit_or_namespace_says_nothing_to_us(String absent) {
        assertThat(interpret(changed(GIT, body -> remove(body, absent)))).isInstanceOf(Ignored.class);
    }

    @Test
    void only_a_file_named_exactly_Dockerfile_counts() {
        assertThat(interpret(containerPush("Dockerfile.rhel"))).isInstanceOf(Ignored.class);
        assertThat(interpret(containerPush("Dockerfile")))
                .isEqualTo(new Meant("id-1", Meaning.of(new DockerfileChanged("teapot", "f41", COMMIT))));
    }

    @Test
    void module_metadata_is_the_yaml_file_named_as_the_repository() {
        assertThat(interpret(push("modules", "kettle.yaml"))).isInstanceOf(Ignored.class);
        assertThat(interpret(push("modules", "teapot.yaml"))).isInstanceOf(Meant.class);
    }

    @Test
    void an_update_of_today_is_known_by_its_alias_and_its_release_by_its_name() {
        Wired update = changed(BODHI, body -> {
            remove(body, "/update/updateid");
            remove(body, "/update/release/branch");
            ((ObjectNode) body.at("/update/release")).put("name", "EPEL-9");
        });

        assertThat(interpret(update))
                .isEqualTo(new Meant("id-1", Meaning.of(new UpdateStable(UPDATE, BUILDS, "epel9"))));
    }

    @ParameterizedTest
    @CsvSource({"/update/builds,0,f41", "/update/release,2,''", "/update/release/branch,2,f41"})
    void what_an_update_leaves_out_is_empty_and_to_be_asked_for(String pointer, int builds, String branch) {
        for (String value : List.of("null", "absent")) {
            Wired update = changed(BODHI, body -> {
                if (value.equals("absent")) remove(body, pointer);
                else set(body, pointer, value);
            });

            assertThat(interpret(update))
                    .isEqualTo(
                            new Meant("id-1", Meaning.of(new UpdateStable(UPDATE, BUILDS.subList(0, builds), branch))));
        }
    }

    @Test
    void a_release_without_name_and_branch_is_to_be_asked_for() {
        Wired update = changed(BODHI, body -> set(body, "/update/release", "{'version': '41'}"));

        assertThat(interpret(update)).isEqualTo(new Meant("id-1", Meaning.of(new UpdateStable(UPDATE, BUILDS, ""))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/commit|5|commit: expected an object, found a value of type number",
                "/commit/namespace|[]|commit.namespace: expected a dist-git namespace, found a value of type array",
                "/commit/repo|{}|commit.repo: expected the name of a package, module or container, found a value of"
                        + " type object",
                "/commit/repo|null|commit.repo: expected the name of a package, module or container, found nothing",
                "/commit/rev|123|commit.rev: expected a commit (hexadecimal, at most 64 digits), found a value of type"
                        + " number",
                "/commit/stats|null|commit.stats: expected an object, found nothing",
                "/commit/stats/files|'x'|commit.stats.files: expected an object, found a value of type string",
            })
    void a_field_of_the_wrong_type_is_named_with_what_was_expected(String pointer, String value, String complaint) {
        assertThat(interpret(changed(GIT, body -> set(body, pointer, value)))).isEqualTo(new Broken(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/update|null|update: expected an object, found nothing",
                "/update/builds|{}|update.builds: expected a list, found a value of type object",
                "/update/builds/1|{}|update.builds[1].nvr: expected a name-version-release, found nothing",
                "/update/builds/1/nvr|'kettle'|update.builds[1].nvr: expected a name-version-release, found 'kettle'",
                "/update/updateid|7|update.updateid: expected the id of an update, found a value of type number",
                "/update/release|[]|update.release: expected an object, found a value of type array",
            })
    void an_update_that_is_broken_is_named_the_same_way(String pointer, String value, String complaint) {
        assertThat(interpret(changed(BODHI, body -> set(body, pointer, value)))).isEqualTo(new Broken(complaint));
    }

    @ParameterizedTest
    @CsvSource({
        "/commit/repo,$(reboot)",
        "/commit/repo,../../etc/passwd",
        "/commit/repo,-rf",
        "/commit/repo,a b",
        "/commit/branch,a/../../b",
        "/commit/branch,/etc",
        "/commit/branch,--upload-pack=x",
        "/commit/branch,a/.git",
        "/commit/rev,HEAD",
        "/commit/rev,''",
        "/commit/rev,1234567890123456789012345678901234567890123456789012345678901234a",
    })
    void a_value_with_characters_that_its_kind_does_not_allow_is_broken(String pointer, String value) {
        Wired push = changed(GIT, body -> set(body, pointer, "'" + value + "'"));

        assertThat(interpret(push))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.why())
                                .startsWith(pointer.substring(1).replace('/', '.') + ": expected "));
    }

    @Test
    void a_complaint_holds_nothing_that_a_log_could_choke_on() {
        String hostile = "x\u0000\n2026-01-01 ERROR forged\u001b[31m" + "ü".repeat(10_000);
        Wired push = changed(GIT, body -> ((ObjectNode) body.get("commit")).put("repo", hostile));

        assertThat(((Broken) interpret(push)).why()).hasSizeLessThan(600).matches("[\\x20-\\x7e…]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not JSON", "[]", "5", "null", "{\"a\":1} x", "{\"a\":", "\u0000"})
    void what_is_no_JSON_object_is_broken(String body) {
        assertThat(interpreter.interpret(GIT, "id-1", body.getBytes(UTF_8))).isInstanceOf(Broken.class);
    }

    @Test
    void a_message_that_a_parser_understands_needs_an_id() {
        assertThat(interpret(Wired.bare(GIT, null, Wired.sample(GIT))))
                .isEqualTo(new Broken("id: expected a message id (printable ASCII), found nothing"));
        assertThat(interpret(Wired.bare(GIT, "x".repeat(256), Wired.sample(GIT))))
                .isInstanceOf(Broken.class);
        assertThat(interpret(Wired.envelope(GIT, "a\nb", Wired.sample(GIT)))).isInstanceOf(Broken.class);
    }

    @Test
    void a_message_without_any_topic_is_broken() {
        assertThat(interpret(Wired.bare("", "id-1", Wired.sample(GIT))))
                .isEqualTo(new Broken("topic: expected a topic (printable ASCII), found nothing"));
    }

    private Interpretation interpret(Wired message) {
        return interpreter.interpret(message.routingKey(), message.messageId(), message.body());
    }

    private static Wired containerPush(String file) {
        return push("container", file);
    }

    private static Wired push(String namespace, String file) {
        return changed(GIT, body -> {
            ((ObjectNode) body.get("commit")).put("namespace", namespace);
            ObjectNode stats = (ObjectNode) body.at("/commit/stats");
            stats.putObject("files").putObject(file);
        });
    }

    private static Wired changed(String topic, Consumer<JsonNode> change) {
        JsonNode body = Wired.sample(topic);
        change.accept(body);
        return Wired.bare(topic, "id-1", body);
    }

    private static void remove(JsonNode body, String pointer) {
        int cut = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
    }

    private static void set(JsonNode body, String pointer, String value) {
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, cut));
        JsonNode json = Json.lenient(value);
        String last = pointer.substring(cut + 1);
        if (parent instanceof ArrayNode list) list.set(Integer.parseInt(last), json);
        else ((ObjectNode) parent).set(last, json);
    }
}
