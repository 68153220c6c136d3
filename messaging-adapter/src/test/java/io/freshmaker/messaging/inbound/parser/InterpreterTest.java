package io.freshmaker.messaging.inbound.parser;

import static io.freshmaker.messaging.inbound.parser.Samples.BODHI;
import static io.freshmaker.messaging.inbound.parser.Samples.GIT;
import static io.freshmaker.messaging.inbound.parser.Samples.changed;
import static io.freshmaker.messaging.inbound.parser.Samples.remove;
import static io.freshmaker.messaging.inbound.parser.Samples.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {

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

        assertThat(interpreter.interpret(() -> BusMessage.read("org.example.other", "outer", envelope.body())))
                .isEqualTo(new Meant("inner", PUSH));
    }

    @Test
    void an_envelope_without_topic_and_id_takes_them_from_the_delivery() {
        byte[] body =
                "{\"msg_id\": null, \"msg\": %s}".formatted(Wired.sample(GIT)).getBytes(UTF_8);

        assertThat(interpreter.interpret(() -> BusMessage.read(GIT, "outer", body)))
                .isEqualTo(new Meant("outer", PUSH));
    }

    @Test
    void the_id_may_lie_in_the_headers_of_the_envelope() {
        byte[] body = "{\"topic\": \"%s\", \"headers\": {\"message-id\": \"ID:7\"}, \"msg\": %s}"
                .formatted(GIT, Wired.sample(GIT))
                .getBytes(UTF_8);

        assertThat(interpreter.interpret(() -> BusMessage.read("bridged", null, body)))
                .isEqualTo(new Meant("ID:7", PUSH));
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
    void a_commit_of_our_own_is_nobodys_change() {
        assertThat(interpret(pushSaying("Rebuild with kettle-2-1\n\nFreshmaker-Build: build-1\n")))
                .isInstanceOf(Ignored.class);
        assertThat(interpret(pushSaying("Tell what Freshmaker-Build: means"))).isInstanceOf(Meant.class);
        assertThat(interpret(changed(GIT, body -> set(body, "/commit/message", "7"))))
                .isInstanceOf(Meant.class);
    }

    private static Wired pushSaying(String message) {
        return changed(GIT, body -> ((ObjectNode) body.get("commit")).put("message", message));
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
    @ValueSource(strings = {"true", "True"})
    void a_header_makes_a_dry_run_of_it_with_an_id_of_its_own(String header) {
        Wired push = Wired.bare(GIT, "id-1", Wired.sample(GIT));

        assertThat(interpret(push, header)).isEqualTo(new Meant("dry-run.id-1", PUSH, true));
        assertThat(interpret(push, Boolean.TRUE)).isEqualTo(new Meant("dry-run.id-1", PUSH, true));
    }

    @Test
    void a_header_that_says_no_or_is_not_there_makes_none() {
        Wired push = Wired.bare(GIT, "id-1", Wired.sample(GIT));

        assertThat(interpret(push, null)).isEqualTo(new Meant("id-1", PUSH));
        assertThat(interpret(push, false)).isEqualTo(new Meant("id-1", PUSH));
    }

    @Test
    void nobody_builds_because_a_header_was_misspelt() {
        assertThat(interpret(Wired.bare(GIT, "id-1", Wired.sample(GIT)), "yes\n"))
                .isEqualTo(new Broken("header freshmaker-dry-run: expected true or false, found 'yes\\u000a'"));
        assertThat(interpret(Wired.bare(GIT, "x".repeat(250), Wired.sample(GIT)), true))
                .isInstanceOf(Broken.class);
        assertThat(interpret(Wired.bare(GIT, null, Wired.sample(GIT)), true)).isInstanceOf(Broken.class);
    }

    private Interpretation interpret(Wired message, @Nullable Object dryRun) {
        return interpreter.interpret(() -> BusMessage.read(message.routingKey(), message.messageId(), message.body())
                .orDryRun(dryRun));
    }

    private Interpretation interpret(Wired message) {
        return interpreter.interpret(() -> BusMessage.read(message.routingKey(), message.messageId(), message.body()));
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
}
