package io.freshmaker.messaging.inbound.parser;

import static io.freshmaker.messaging.inbound.parser.Samples.BODHI;
import static io.freshmaker.messaging.inbound.parser.Samples.GIT;
import static io.freshmaker.messaging.inbound.parser.Samples.changed;
import static io.freshmaker.messaging.inbound.parser.Samples.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.Wired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages are broken, and how that is said. */
class BrokenMessagesTest {

    private final Interpreter interpreter = new Interpreter(Parsers.all());

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
        assertThat(interpreter.interpret(() -> BusMessage.read(GIT, "id-1", body.getBytes(UTF_8))))
                .isInstanceOf(Broken.class);
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
        return interpreter.interpret(() -> BusMessage.read(message.routingKey(), message.messageId(), message.body()));
    }
}
