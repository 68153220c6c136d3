package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.protonj2.buffer.ProtonBuffer;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UmbMessageTest {

    private static final String QUEUE = "Consumer.freshmaker.prod.VirtualTopic.eng.>";
    private static final String TOPIC = "topic://VirtualTopic.eng.brew.task.closed";

    @Test
    void text_and_bytes_are_the_body_and_the_address_is_the_topic() throws ClientException {
        Delivered text = read(Message.create("{\"ä\": 1}").to(TOPIC).messageId("ID:host-1:1:1"));
        Delivered bytes = read(Message.create("{\"ä\": 1}".getBytes(UTF_8)).to(TOPIC));

        assertThat(text.body()).isEqualTo(bytes.body()).asString(UTF_8).isEqualTo("{\"ä\": 1}");
        assertThat(text.routingKey()).isEqualTo("/topic/VirtualTopic.eng.brew.task.closed");
        assertThat(text.exchange()).isEqualTo(QUEUE);
        assertThat(text.messageId()).isEqualTo("ID:host-1:1:1");
        assertThat(text.properties().getHeaders()).containsEntry("destination", TOPIC);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "topic://VirtualTopic.eng.a,          other.b, other.c, /topic/VirtualTopic.eng.a",
                "VirtualTopic.eng.a,                  -,       -,       /topic/VirtualTopic.eng.a",
                "queue://Consumer.f.VirtualTopic.a.b, /topic/VirtualTopic.eng.b, other.c, /topic/VirtualTopic.eng.b",
                "Consumer.f.VirtualTopic.a.b,         -,       other.c, other.c",
                "plain-queue,                         other.b, other.c, other.b",
                "-,                                   -,       org.fedoraproject.prod.git.receive,"
                        + " org.fedoraproject.prod.git.receive",
            })
    void the_topic_is_where_it_was_sent_to_else_what_header_or_subject_say(
            String to, String destination, String subject, String topic) throws ClientException {
        Message<?> message = Message.create("{}").to(to).subject(subject);
        if (destination != null) message.property("destination", destination);

        assertThat(read(message).routingKey()).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({
        "Consumer.f.prod.VirtualTopic.eng.brew.task.closed, /topic/VirtualTopic.eng.brew.task.closed",
        "Consumer.f.prod.VirtualTopic.eng.>, ''",
        "Consumer.f.prod.VirtualTopic.eng.*.closed, ''",
        "freshmaker, ''",
    })
    void a_message_that_names_no_topic_has_that_of_its_queue_where_there_is_only_one(String queue, String topic)
            throws ClientException {
        assertThat(UmbMessage.read(queue, encoded(Message.create("{}"))).routingKey())
                .isEqualTo(topic);
    }

    @Test
    void properties_keep_their_types_and_ids_of_every_kind_are_texts() throws ClientException {
        UUID id = UUID.fromString("7afcb214-cf82-4130-92d2-22f45cf59cf7");
        Message<?> message = Message.create("{}").messageId(id).contentType("application/json");
        message.property("flag", true).property("number", 7).property("when", new Date(1000));
        message.property("freshmaker-dry-run", "true").creationTime(2_000);

        Delivered delivered = read(message);

        assertThat(delivered.messageId()).isEqualTo(id.toString());
        assertThat(delivered.properties().getContentType()).isEqualTo("application/json");
        assertThat(delivered.properties().getTimestamp()).isEqualTo(new Date(2_000));
        assertThat(delivered.properties().getHeaders())
                .containsEntry("flag", true)
                .containsEntry("number", 7)
                .containsEntry("freshmaker-dry-run", "true");
    }

    @Test
    void the_header_message_id_is_the_id_where_the_property_says_nothing() throws ClientException {
        assertThat(read(Message.create("{}").property("message-id", "id-1")).messageId())
                .isEqualTo("id-1");
    }

    @Test
    void whatever_came_can_be_stored() throws ClientException {
        String tooLong = "x".repeat(300);
        Message<?> message = Message.create("{}").messageId(tooLong).subject(tooLong);
        message.property(tooLong, "its name is too long").property("nothing", null);

        Delivered delivered = read(message);

        Delivered stored = new Delivered(
                delivered.exchange(),
                delivered.routingKey(),
                WireProperties.decode(WireProperties.encode(delivered.properties())),
                delivered.body());
        assertThat(stored.messageId()).isEqualTo(tooLong);
        assertThat(stored.properties().getHeaders()).containsOnlyKeys("message-id", "subject");
    }

    @Test
    void a_body_that_is_neither_text_nor_bytes_is_kept_as_it_was_encoded() throws ClientException {
        Message<?> map = Message.create(Map.of("errata_id", 123)).to(TOPIC);
        Message<?> list = Message.create(List.of("a", "b")).to(TOPIC);

        assertThat(read(map).body()).isEqualTo(encoded(map));
        assertThat(read(list).body()).isEqualTo(encoded(list));
        assertThat(read(map).routingKey()).isEqualTo("/topic/VirtualTopic.eng.brew.task.closed");
    }

    @Test
    void what_cannot_be_decoded_at_any_place_is_kept_whole() throws ClientException {
        byte[] whole =
                encoded(Message.create("{\"key\": 1}").to(TOPIC).messageId("id").property("name", "value"));

        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= (byte) 0x80;
            Delivered delivered = UmbMessage.read(QUEUE, damaged);
            assertThat(delivered.body()).isNotNull();
            WireProperties.encode(delivered.properties());
        }
        assertThat(UmbMessage.read(QUEUE, new byte[] {0x55}).body()).containsExactly(0x55);
        assertThat(UmbMessage.read(QUEUE, new byte[0]).body()).isEmpty();
    }

    private static Delivered read(Message<?> message) throws ClientException {
        return UmbMessage.read(QUEUE, encoded(message));
    }

    private static byte[] encoded(Message<?> message) throws ClientException {
        ProtonBuffer buffer = message.toAdvancedMessage().encode(Map.of());
        byte[] bytes = new byte[buffer.getReadableBytes()];
        buffer.readBytes(bytes, 0, bytes.length);
        return bytes;
    }
}
