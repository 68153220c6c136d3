package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.Actor;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.inbound.parser.BusMessage;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import io.freshmaker.messaging.testing.Parsers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the bus is told of requests (spec §11): once, of those that it does not know from itself. */
class RequestMessageTest {

    private static final Request REQUEST =
            new Request("manual_rebuild_123", Way.API, new Actor("actor-1"), List.of(3), Map.of("foo", List.of("bar")));

    @Test
    void only_a_request_that_came_over_http_is_told() {
        Request heard = new Request("id-1", Way.BUS, null, List.of(), Map.of());

        assertThat(told(new ManualRebuild(1, List.of(), REQUEST))).isPresent();
        assertThat(told(new ManualRebuild(1, List.of(), heard))).isEmpty();
        assertThat(told(new RpmSpecChanged("bash", "f41", "abc"))).isEmpty();
    }

    @Test
    void what_is_told_and_heard_again_is_the_same_event() {
        ManualRebuild wanted = new ManualRebuild(1, List.of("foo-1-1"), REQUEST);
        OutgoingMessage message = Published.request(registered(wanted));

        assertThat(message.routingKey()).isEqualTo("org.fedoraproject.prod.freshmaker.manual.rebuild");
        assertThat(new String(message.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"msg_id\":\"manual_rebuild_123\",\"errata_id\":1,\"freshmaker_event_id\":3,"
                        + "\"container_images\":[\"foo-1-1\"],\"dry_run\":false,\"metadata\":{\"foo\":[\"bar\"]},"
                        + "\"requester\":\"actor-1\"}");
        Meant heard = (Meant) new Interpreter(Parsers.all())
                .interpret(() -> BusMessage.read(
                        message.routingKey(), message.properties().getMessageId(), message.body()));
        Trigger again = heard.meaning().trigger().orElseThrow();
        assertThat(again.eventId()).isEqualTo(wanted.eventId());
        assertThat(again.messageId(heard.messageId())).isEqualTo("manual_rebuild_123");
    }

    private static Optional<RequestMessage> told(Trigger trigger) {
        return RequestMessage.of(registered(trigger));
    }

    private static EventRegistered registered(Trigger trigger) {
        return new EventRegistered(trigger.eventId(), 7, "message-1", trigger);
    }
}
