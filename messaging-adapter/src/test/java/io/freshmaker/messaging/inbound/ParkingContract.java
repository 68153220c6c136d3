package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.LongString;
import com.rabbitmq.client.impl.LongStringHelper;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.testing.TestBroker;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What parking promises on whatever broker. */
abstract class ParkingContract {

    private static final String GIT = "org.fedoraproject.prod.git.receive";

    final InboundWorld world;

    ParkingContract(TestBroker broker) {
        world = new InboundWorld(broker);
    }

    @BeforeEach
    void begin() {
        world.started();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void a_parked_message_is_what_came_byte_by_byte_with_the_reason_in_front() throws Exception {
        byte[] body = new byte[70_000];
        new Random(7).nextBytes(body);
        BasicProperties sent = new BasicProperties.Builder()
                .contentType("application/octet-stream")
                .contentEncoding("utf-8")
                .headers(typedHeaders())
                .deliveryMode(2)
                .priority(3)
                .correlationId("correlation")
                .replyTo("somebody")
                .messageId("id-1")
                .timestamp(new Date(1_700_000_000_000L))
                .type("kind")
                .appId("app")
                .build();

        publish(sent, body);

        GetResponse parked = parked();
        assertThat(parked.getBody()).isEqualTo(body);
        assertThat(withoutOurs(parked.getProps())).isEqualTo(readable(typedHeaders()));
        assertThat(parked.getProps().builder().headers(null).build())
                .isEqualTo(sent.builder().headers(null).build());
        assertThat(header(parked, "x-park-reason")).isEqualTo("body: expected a JSON object, found no JSON");
        assertThat(header(parked, "x-park-exchange")).isEqualTo("amq.topic");
        assertThat(header(parked, "x-park-routing-key")).isEqualTo(GIT);
        assertThat(world.rows("parked")).isEqualTo(1);
        assertThat(world.count("messaging_rx_failed")).isEqualTo(1);
    }

    @Test
    void a_message_without_any_properties_stays_without_them() throws Exception {
        publish(new BasicProperties.Builder().build(), "{}".getBytes(UTF_8));

        GetResponse parked = parked();
        assertThat(parked.getBody()).isEqualTo("{}".getBytes(UTF_8));
        assertThat(parked.getProps().getContentType()).isNull();
        assertThat(parked.getProps().getPriority()).isNull();
        assertThat(header(parked, "x-park-reason")).startsWith("id: expected a message id");
    }

    @Test
    void headers_that_leave_no_room_for_ours_are_dropped_and_said_to_be() throws Exception {
        Map<String, Object> headers = Map.of("huge", LongStringHelper.asLongString("x".repeat(longestHeader())));

        publish(new BasicProperties.Builder().headers(headers).build(), "broken".getBytes(UTF_8));

        GetResponse parked = parked();
        assertThat(parked.getBody()).isEqualTo("broken".getBytes(UTF_8));
        assertThat(parked.getProps().getHeaders()).containsEntry("x-park-headers-dropped", true);
        assertThat(withoutOurs(parked.getProps())).isEmpty();
    }

    @Test
    void the_oldest_copies_go_when_there_are_too_many() throws Exception {
        int all = InboundWorld.PARKED_LIMIT + 5;
        for (int i = 1; i <= all; i++) {
            publish(new BasicProperties.Builder().build(), ("broken " + i).getBytes(UTF_8));
            int parked = i;
            await().until(() -> world.rows("parked") == parked);
        }

        assertThat(Objects.requireNonNull(world.broker.take(Topology.PARKED)).getBody())
                .isEqualTo("broken 6".getBytes(UTF_8));
        try (Channel channel = world.broker.channel()) {
            assertThat(channel.messageCount(Topology.PARKED)).isEqualTo(InboundWorld.PARKED_LIMIT - 1);
        }
    }

    private int longestHeader() throws Exception {
        try (Channel channel = world.broker.channel()) {
            return channel.getConnection().getFrameMax() - 136;
        }
    }

    private void publish(BasicProperties properties, byte[] body) throws Exception {
        try (Channel channel = world.broker.channel()) {
            channel.basicPublish("amq.topic", GIT, properties, body);
            channel.waitForConfirmsOrDie(5_000);
        }
    }

    private GetResponse parked() {
        await().until(() -> world.rows("parked") == 1);
        return Objects.requireNonNull(world.broker.take(Topology.PARKED));
    }

    private static String header(GetResponse message, String name) {
        return String.valueOf(message.getProps().getHeaders().get(name));
    }

    private static Map<String, Object> typedHeaders() {
        Map<String, Object> headers = new HashMap<>();
        headers.put("text", LongStringHelper.asLongString("žluťoučký"));
        headers.put("int", 5);
        headers.put("long", 1L << 40);
        headers.put("short", (short) 7);
        headers.put("bool", true);
        headers.put("double", 1.5d);
        headers.put("float", 2.5f);
        headers.put("date", new Date(1_700_000_000_000L));
        headers.put("bytes", new byte[] {0, 1, -1});
        headers.put("nothing", null);
        headers.put("decimal", new BigDecimal("12.34"));
        headers.put("table", Map.of("list", List.of(1, LongStringHelper.asLongString("two"))));
        headers.put("long text", LongStringHelper.asLongString("y".repeat(9_000)));
        return headers;
    }

    private static Map<String, Object> withoutOurs(BasicProperties properties) {
        Map<String, Object> headers = new HashMap<>(properties.getHeaders());
        headers.keySet().removeIf(name -> name.startsWith("x-park-"));
        headers.remove("x-delivery-count"); // RabbitMQ's own, of this very delivery
        return readable(headers);
    }

    /** Arrays and long strings compared by content; the type of every value is part of the text. */
    private static Map<String, Object> readable(Map<String, Object> headers) {
        Map<String, Object> readable = new TreeMap<>();
        headers.forEach((name, value) -> readable.put(
                name,
                switch (value) {
                    case null -> "null";
                    case byte[] bytes -> Arrays.toString(bytes);
                    case LongString text -> "text " + text;
                    default -> simple(value);
                }));
        return readable;
    }

    private static String simple(Object value) {
        return value instanceof Map || value instanceof List
                ? value.toString()
                : value.getClass().getSimpleName() + " " + value;
    }
}
