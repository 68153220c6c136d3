package io.freshmaker.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BusMessageTest {

    private static final String ENVELOPE = "{\"topic\": \"org.example.a\", \"msg_id\": \"id-1\", \"msg\": {\"b\":  1}}";
    private static final String BARE = """
        {"topic": "org.example.a", "id": "id-2", "headers": {"fedora_messaging_severity": 20, "sent-at": "now"}, "body": {"b": 1}}\
        """;

    @Test
    void an_envelope_is_published_as_it_is() {
        BusMessage message = BusMessage.read("file", ENVELOPE);
        assertThat(message.topic()).isEqualTo("org.example.a");
        assertThat(message.id()).isEqualTo("id-1");
        assertThat(new String(message.body(), StandardCharsets.UTF_8)).isEqualTo(ENVELOPE);
        assertThat(message.properties().getDeliveryMode()).isEqualTo(2);
    }

    @Test
    void the_body_of_a_fedora_message_is_published_bare_with_its_properties() {
        BusMessage message = BusMessage.read("file", BARE);
        assertThat(new String(message.body(), StandardCharsets.UTF_8)).isEqualTo("{\"b\":1}");
        assertThat(message.properties().getMessageId()).isEqualTo("id-2");
        assertThat(message.properties().getHeaders())
                .isEqualTo(Map.of("fedora_messaging_severity", 20L, "sent-at", "now"));
    }

    @Test
    void a_dry_run_says_so_in_a_header_and_has_another_id_each_time() {
        for (String text : List.of(ENVELOPE, BARE)) {
            BusMessage one = BusMessage.readDryRun("file", text);

            assertThat(one.properties().getHeaders()).containsEntry("freshmaker-dry-run", true);
            assertThat(one.id())
                    .matches("id-[12]\\.[0-9a-f]{8}")
                    .isNotEqualTo(BusMessage.readDryRun("file", text).id());
        }
        assertThat(BusMessage.readDryRun("file", BARE).properties().getHeaders())
                .containsEntry("fedora_messaging_severity", 20L);
    }

    @Test
    void a_fresh_reading_of_anything_else_differs_in_the_id_only() {
        BusMessage one = BusMessage.readAfresh("file", ENVELOPE);
        BusMessage two = BusMessage.readAfresh("file", ENVELOPE);
        assertThat(one.id()).isNotEqualTo(two.id());
        assertThat(new JsonMapper().readTree(one.body()).path("msg_id").asString())
                .isEqualTo(one.id());
        assertThat(new JsonMapper().readTree(one.body()).path("msg").path("b").asInt())
                .isEqualTo(1);
        assertThat(BusMessage.readAfresh("file", BARE).properties().getMessageId())
                .startsWith("demo-");
    }

    @Test
    void a_fresh_reading_of_an_update_is_another_update() {
        String update = """
            {"topic": "a", "msg_id": "1", "msg": {"update": {"updateid": "FEDORA-1", "title": "t"}}}
            """;

        JsonNode one =
                new JsonMapper().readTree(BusMessage.readAfresh("file", update).body());
        JsonNode two =
                new JsonMapper().readTree(BusMessage.readAfresh("file", update).body());

        assertThat(one.at("/msg/update/updateid")).isNotEqualTo(two.at("/msg/update/updateid"));
        assertThat(one.at("/msg/update/title").asString()).isEqualTo("t");
    }

    @Test
    void a_mistake_is_named_with_file_and_field() {
        assertThatThrownBy(() -> BusMessage.read("a.json", "{")).hasMessageStartingWith("a.json is not JSON: ");
        assertThatThrownBy(() -> BusMessage.read("a.json", "[]"))
                .hasMessage("a.json has no 'topic': a text is expected there.");
        assertThatThrownBy(() -> BusMessage.read("a.json", "{\"topic\": 1}")).hasMessageContaining("'topic'");
        assertThatThrownBy(() -> BusMessage.read("a.json", "{\"topic\": \"a\", \"body\": {}}"))
                .hasMessageContaining("'id'");
        assertThatThrownBy(() -> BusMessage.read("a.json", "{\"topic\": \"a\"}"))
                .hasMessageContaining("neither 'msg'");
    }
}
