package io.freshmaker.messaging.inbound.parser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.submission.SubmissionCommand.LookAtBuild;
import io.freshmaker.api.submission.SubmissionCommand.LookAtCompose;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.Wired;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Koji, Brew, MBS and ODCS tell on the bus, in both wire forms. */
class OtherSystemsTest {

    private static final String TASK = "org.fedoraproject.prod.buildsys.task.state.change";
    private static final String MBS = "org.fedoraproject.prod.mbs.module.state.change";
    private static final String TAG = "org.fedoraproject.prod.buildsys.tag";
    private static final String BUILD = "org.fedoraproject.prod.buildsys.build.state.change";
    private static final String BREW = "VirtualTopic.eng.brew.task.";
    private static final String ODCS = "org.fedoraproject.prod.odcs.compose.state-changed";
    private static final String ODCS_2017 = "org.fedoraproject.prod.odcs.state.change";
    private static final LookAtSubmission KOJI_4711 = new LookAtSubmission("koji", "4711");
    private static final LookAtSubmission KOJI_4711_BUILT = new LookAtSubmission("koji", "4711", true);
    private static final LookAtSubmission MBS_105 = new LookAtSubmission("mbs", "105");

    private final Interpreter interpreter = new Interpreter(Parsers.all());

    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "FAILED", "CANCELED"})
    void a_koji_task_that_ended_is_to_be_asked_about(String state) {
        assertMeans(Meaning.of(askedAfter(state)), TASK, sample(TASK).put("new", state));
    }

    @Test
    void only_a_container_build_makes_an_image() {
        assertMeans(
                Meaning.of(KOJI_4711),
                TASK,
                sample(TASK).put("method", "buildArch").put("new", "CLOSED"));
        ObjectNode nameless = sample(TASK).put("new", "CLOSED");
        nameless.remove("method");
        assertMeans(Meaning.of(KOJI_4711), TASK, nameless);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREE", "OPEN", "ASSIGNED", "SOMETHING_NEW"})
    void a_koji_task_that_goes_on_says_nothing_to_us(String state) {
        assertIgnored(TASK, sample(TASK).put("new", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {TASK, TAG, BUILD})
    void another_koji_says_nothing_to_us(String topic) {
        assertIgnored(topic, sample(topic).put("instance", "s390"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TASK, TAG, BUILD, MBS, ODCS, ODCS_2017, BREW + "closed"})
    void an_empty_message_says_nothing_to_us(String topic) {
        assertIgnored(topic, sample(topic).removeAll());
    }

    @Test
    void a_koji_task_without_a_number_says_nothing_to_us() {
        assertIgnored(TASK, sample(TASK).putNull("id"));
    }

    @ParameterizedTest
    @CsvSource({"closed", "failed", "canceled"})
    void a_brew_task_that_ended_is_to_be_asked_about_whichever_way_its_topic_is_written(String end) {
        String topic = BREW + end;
        Meaning meaning = Meaning.of(askedAfter(end.toUpperCase(Locale.ROOT)));
        Meant meant = new Meant("id-1", meaning);

        assertThat(interpret(Wired.bare("/topic/" + topic, "id-1", sample(topic))))
                .isEqualTo(meant);
        assertThat(interpret(Wired.bare("topic://" + topic, "id-1", sample(topic))))
                .isEqualTo(meant);
        assertMeans(meaning, topic, sample(topic));
    }

    @Test
    void the_state_of_a_brew_task_is_that_of_the_body_and_not_that_of_the_topic() {
        assertIgnored(BREW + "closed", sample(BREW + "closed").put("new", "OPEN"));
        assertMeans(
                Meaning.of(KOJI_4711), BREW + "closed", sample(BREW + "closed").put("new", "FAILED"));
    }

    @Test
    void only_container_builds_of_brew_are_for_us() {
        ObjectNode message = sample(BREW + "closed");
        ((ObjectNode) message.get("info")).put("method", "buildArch");

        assertIgnored(BREW + "closed", message);
        ((ObjectNode) message.get("info")).remove("method");
        assertIgnored(BREW + "closed", message);
    }

    @Test
    void a_module_that_is_ready_is_a_trigger_and_to_be_asked_about() {
        Meaning both = Meaning.of(new ModuleBuilt("teapot", "1.0", 105), MBS_105);

        assertMeans(both, MBS, sample(MBS));
        assertMeans(both, MBS, sample(MBS).put("state", "ready"));
        assertMeans(both, MBS, sample(MBS).putNull("state"));
    }

    @Test
    void a_module_that_failed_is_to_be_asked_about() {
        assertMeans(Meaning.of(MBS_105), MBS, sample(MBS).put("state", 4));
        assertMeans(Meaning.of(MBS_105), MBS, sample(MBS).put("state", "failed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 99})
    void any_other_state_of_a_module_says_nothing_to_us(int state) {
        assertIgnored(MBS, sample(MBS).put("state", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "wait", "build", "done", "garbage"})
    void any_other_name_of_a_state_says_nothing_to_us(String state) {
        assertIgnored(MBS, sample(MBS).put("state", state));
    }

    @ParameterizedTest
    @CsvSource({ODCS + ",2", ODCS + ",3", ODCS + ",4", ODCS_2017 + ",2", ODCS_2017 + ",3", ODCS_2017 + ",4"})
    void a_compose_that_is_over_is_to_be_asked_about_whichever_topic_it_has(String topic, int state) {
        assertMeans(Meaning.of(new LookAtCompose(815)), topic, compose(topic, state));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5})
    void a_compose_that_is_being_made_says_nothing_to_us(int state) {
        assertIgnored(ODCS, compose(ODCS, state));
    }

    @Test
    void a_compose_without_a_number_or_state_is_broken() {
        for (String field : new String[] {"id", "state"}) {
            ObjectNode message = compose(ODCS, 2);
            ((ObjectNode) message.get("compose")).remove(field);
            assertThat(interpret(Wired.bare(ODCS, "id-1", message)))
                    .isEqualTo(new Broken("compose." + field + ": expected a whole number, found nothing"));
        }
    }

    private static ObjectNode compose(String topic, int state) {
        ObjectNode message = sample(topic);
        ((ObjectNode) message.get("compose")).put("state", state);
        return message;
    }

    @Test
    void a_build_that_got_a_followed_tag_is_a_trigger_with_the_branch_of_the_tag() {
        assertMeans(Meaning.of(new BuildTagged("teapot-2.1-3.fc41", "f41-updates", "f41")), TAG, sample(TAG));
    }

    @Test
    void any_other_tag_and_a_tag_without_a_build_say_nothing_to_us() {
        assertIgnored(TAG, sample(TAG).put("tag", "f41-updates-testing"));
        assertIgnored(TAG, sample(TAG).removeAll().put("tag", "f41-updates"));
    }

    @Test
    void a_build_that_is_complete_may_have_a_followed_tag() {
        assertMeans(Meaning.of(new LookAtBuild("teapot-2.1-3.fc41")), BUILD, sample(BUILD));
        for (int state : new int[] {0, 2, 3, 4})
            assertIgnored(BUILD, sample(BUILD).put("new", state));
    }

    @ParameterizedTest
    @ValueSource(strings = {TAG, BUILD})
    void where_no_tag_is_followed_no_message_about_tags_is_understood(String topic) {
        Wired message = Wired.bare(topic, "id-1", sample(topic));

        assertThat(new Interpreter(Parsers.following(Map.of()))
                        .interpret(() -> BusMessage.read(topic, "id-1", message.body())))
                .isEqualTo(new Ignored("no parser for the topic"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                TASK + "|id|\"4711\"|id: expected a whole number, found a value of type string",
                TASK + "|id|-1|id: expected a whole number, found a value of type number",
                TASK + "|id|1.5|id: expected a whole number, found a value of type number",
                TASK + "|new|5|new: expected the name of a state, found a value of type number",
                MBS + "|stream|'a b'|stream: expected the stream of a module, found 'a b'",
                MBS + "|id|null|id: expected a whole number, found nothing",
                MBS + "|state|[]|state: expected the name of a state, found a value of type array",
                TAG + "|version|null|version: expected a version or release, found nothing",
                TAG + "|release|'$(x)'|release: expected a version or release, found '$(x)'",
                TAG + "|tag|7|tag: expected a Koji tag, found a value of type number",
                BUILD + "|new|\"1\"|new: expected a whole number, found a value of type string",
                BREW + "closed|info|null|info: expected an object, found nothing",
            })
    void a_field_of_the_wrong_type_is_named_with_what_was_expected(
            String topic, String field, String value, String complaint) {
        ObjectNode message = sample(topic);
        message.set(field, Json.lenient(value));

        assertThat(interpret(Wired.bare(topic, "id-1", message))).isEqualTo(new Broken(complaint));
    }

    private static LookAtSubmission askedAfter(String state) {
        return state.equals("CLOSED") ? KOJI_4711_BUILT : KOJI_4711;
    }

    private void assertMeans(Meaning meaning, String topic, JsonNode body) {
        assertThat(interpret(Wired.bare(topic, "id-1", body))).isEqualTo(new Meant("id-1", meaning));
        assertThat(interpret(Wired.envelope(topic, "id-1", body))).isEqualTo(new Meant("id-1", meaning));
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
