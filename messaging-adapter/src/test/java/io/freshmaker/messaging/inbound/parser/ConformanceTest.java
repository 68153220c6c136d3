package io.freshmaker.messaging.inbound.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.submission.SubmissionCommand;
import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.api.submission.SubmissionCommand.LookAtBuild;
import io.freshmaker.api.submission.SubmissionCommand.LookAtCompose;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSignedBuild;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.testing.ConformanceTable;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.SharedMessages;
import io.freshmaker.messaging.testing.Wired;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every real message against the table of what it is to us, which was written from the rules and not from the code. */
class ConformanceTest {

    private static final String REV = "e1f39d43471fc37ec82616f76a119da4eddec787";

    private final Interpreter interpreter = new Interpreter(Parsers.all());

    @Test
    void every_real_message_has_the_outcome_of_the_table_and_every_row_has_its_message() {
        SharedMessages shared = SharedMessages.orSkip();

        Map<String, String> outcomes = new TreeMap<>();
        for (String path : shared.paths()) outcomes.put(path, outcome(shared.wired(path)));

        assertThat(outcomes).isEqualTo(ConformanceTable.read()).hasSizeGreaterThan(370);
    }

    @Test
    void the_messages_of_this_house_mean_exactly_what_their_index_says_in_both_wire_forms() {
        SharedMessages shared = SharedMessages.orSkip();
        Map<String, Trigger> expected = Map.of(
                "git_receive_dockerfile_changed", new DockerfileChanged("testimage", "master", REV),
                "git_receive_module", new ModuleMetadataChanged("testmodule", "master", REV),
                "git_receive_modules_yaml_123", new ModuleMetadataChanged("testmodule", "master", "123"),
                "git_receive_rpms_spec", new RpmSpecChanged("bash", "master", "123"),
                "bodhi_update_stable",
                        new UpdateStable("FEDORA-2017-fe6e14dcf9", List.of("community-mysql-5.7.18-2.fc25"), "f25"));

        expected.forEach((name, trigger) -> {
            JsonNode file = shared.json("messages/" + name + ".json");
            String topic = file.get("topic").textValue();
            String id = file.get("msg_id").textValue();
            Meant meant = new Meant(id, Meaning.of(trigger));
            assertThat(interpret(Wired.bare("bridged", null, file))).isEqualTo(meant);
            assertThat(interpret(Wired.bare(topic, id, file.get("msg")))).isEqualTo(meant);
        });
    }

    @Test
    void a_push_without_an_id_in_its_envelope_is_known_by_the_id_that_the_broker_carries() {
        SharedMessages shared = SharedMessages.orSkip();
        Wired push = shared.wired("peers/messages/fedmsg/scm/TestSCMWithNamespace.json");

        assertThat(outcome(new Wired(push.routingKey(), "id-1", push.body())))
                .isEqualTo("registered,rpm-spec-changed,valgrind/master?#7a98f80d9b61ce167e4ef8129c81ed9284ecf4e1,");
    }

    private String outcome(Wired message) {
        return switch (interpret(message)) {
            case Ignored _ -> "ignored,,,";
            case Broken _ -> "parked,,,";
            case Meant(var _, Meaning(var trigger, var hint, var _), var _) ->
                trigger.map(changed -> "registered," + kind(changed) + "," + changed.searchKey())
                                .orElse("applied,,")
                        + "," + hint.map(ConformanceTest::hint).orElse("");
        };
    }

    private static String hint(SubmissionCommand hint) {
        return switch (hint) {
            case LookAtSubmission(var system, var id, var _) -> "LookAtSubmission " + system + " " + id;
            case LookAtBuild(var nvr) -> "LookAtBuild " + nvr;
            case LookAtAdvisory(var advisory, var state) -> ("LookAtAdvisory " + advisory + " " + state).strip();
            case LookAtSignedBuild(var nvr) -> "LookAtSignedBuild " + nvr;
            case LookAtCompose(var id) -> "LookAtCompose " + id;
        };
    }

    private Interpretation interpret(Wired message) {
        return interpreter.interpret(() -> BusMessage.read(message.routingKey(), message.messageId(), message.body()));
    }

    private static String kind(Trigger trigger) {
        return Arrays.stream(Trigger.class.getAnnotation(JsonSubTypes.class).value())
                .filter(type -> type.value() == trigger.getClass())
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }
}
