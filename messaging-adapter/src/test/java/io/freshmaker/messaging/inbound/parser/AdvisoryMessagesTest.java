package io.freshmaker.messaging.inbound.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSignedBuild;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.Wired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Errata Tool tells of advisories, and Brew of signatures, in both wire forms. */
class AdvisoryMessagesTest {

    private static final String STATUS = "VirtualTopic.eng.errata.activity.status";
    private static final String SIGNING = "VirtualTopic.eng.errata.activity.signing";
    private static final String SIGNED = "VirtualTopic.eng.brew.sign.rpm";

    private final Interpreter interpreter = new Interpreter(Parsers.all());

    @Test
    void an_advisory_that_was_shipped_is_a_trigger_and_it_is_to_be_asked_who_filed_it() {
        assertMeans(
                Meaning.of(new AdvisoryReady(31415, "SHIPPED_LIVE"), new LookAtAdvisory(31415, "SHIPPED_LIVE")),
                STATUS,
                sample(STATUS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW_FILES", "QE", "REL_PREP", "PUSH_READY", "IN_PUSH", "DROPPED_NO_SHIP", "shipped_live"})
    void an_advisory_in_any_other_state_is_to_be_asked_about_with_that_state(String state) {
        assertMeans(
                Meaning.of(new LookAtAdvisory(31415, state)),
                STATUS,
                sample(STATUS).put("to", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rpm", "module"})
    void an_advisory_with_rpms_that_was_signed_is_to_be_asked_about_and_its_state_too(String type) {
        ObjectNode message = sample(SIGNING);
        message.putArray("content_types").add("docker").add(type);

        assertMeans(Meaning.of(new LookAtAdvisory(31415, "")), SIGNING, message);
    }

    @Test
    void signatures_of_an_advisory_without_rpms_say_nothing_to_us() {
        ObjectNode message = sample(SIGNING);
        message.putArray("content_types").add("docker");

        assertIgnored(SIGNING, message);
        message.putArray("content_types");
        assertIgnored(SIGNING, message);
    }

    @Test
    void a_build_that_was_signed_is_to_be_asked_about() {
        assertMeans(Meaning.of(new LookAtSignedBuild("teapot-2.1-3.el9")), SIGNED, sample(SIGNED));
    }

    @ParameterizedTest
    @ValueSource(strings = {STATUS, SIGNING, SIGNED})
    void an_empty_message_says_nothing_to_us(String topic) {
        assertIgnored(topic, sample(topic).removeAll());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                STATUS + "|errata_id|null|errata_id: expected a whole number, found nothing",
                STATUS + "|errata_id|\"31415\"|errata_id: expected a whole number, found a value of type string",
                STATUS + "|errata_id|-1|errata_id: expected a whole number, found a value of type number",
                STATUS + "|to|null|to: expected the name of a state, found nothing",
                STATUS + "|to|5|to: expected the name of a state, found a value of type number",
                STATUS + "|to|'QE; reboot'|to: expected the name of a state, found 'QE; reboot'",
                SIGNING + "|content_types|'rpm'|content_types: expected a list, found a value of type string",
                SIGNING + "|content_types|[7]|content_types[0]: expected the name of a package, module or container,"
                        + " found a value of type number",
                SIGNING + "|errata_id|1.5|errata_id: expected a whole number, found a value of type number",
                SIGNED + "|build|null|build: expected an object, found nothing",
                SIGNED + "|build|{}|build.nvr: expected a name-version-release, found nothing",
                SIGNED + "|build|{\"nvr\": \"../x-1-1\"}|build.nvr: expected a name-version-release, found '../x-1-1'",
            })
    void a_field_of_the_wrong_type_is_named_with_what_was_expected(
            String topic, String field, String value, String complaint) {
        ObjectNode message = sample(topic);
        message.set(field, Json.lenient(value));

        assertThat(interpret(Wired.bare(topic, "id-1", message))).isEqualTo(new Broken(complaint));
    }

    private void assertMeans(Meaning meaning, String topic, JsonNode body) {
        Meant meant = new Meant("id-1", meaning);
        assertThat(interpret(Wired.bare(topic, "id-1", body))).isEqualTo(meant);
        assertThat(interpret(Wired.bare("/topic/" + topic, "id-1", body))).isEqualTo(meant);
        assertThat(interpret(Wired.envelope(topic, "id-1", body))).isEqualTo(meant);
    }

    private void assertIgnored(String topic, JsonNode body) {
        assertThat(interpret(Wired.bare(topic, "id-1", body))).isInstanceOf(Ignored.class);
    }

    private Interpretation interpret(Wired message) {
        return interpreter.interpret(() -> BusMessage.read(message.routingKey(), message.messageId(), message.body()));
    }

    private static ObjectNode sample(String topic) {
        return (ObjectNode) Wired.sample(topic);
    }
}
