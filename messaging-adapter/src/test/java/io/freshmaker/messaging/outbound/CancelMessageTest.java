package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.EventId;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.inbound.parser.BusMessage;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import io.freshmaker.messaging.testing.Parsers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bus is told of a cancel (spec §11), which is news and no order. */
class CancelMessageTest {

    private final OutgoingMessage message =
            Published.cancel(new EventCanceled(EventId.ofMessage("canceled"), new Actor("actor-1"), List.of()), 4, 9);

    @Test
    void it_names_the_event_and_the_builds_that_ran_and_not_who_wanted_it() {
        assertThat(message.routingKey()).isEqualTo("org.fedoraproject.prod.freshmaker.manage.eventcancel");
        assertThat(message.properties().getMessageId()).endsWith(".cancel");
        assertThat(new String(message.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"action\":\"eventcancel\",\"event_id\":7,\"builds_id\":[4,9]}");
    }

    @Test
    void heard_again_it_stops_nothing() {
        assertThat(new Interpreter(Parsers.all())
                        .interpret(() -> BusMessage.read(
                                message.routingKey(), message.properties().getMessageId(), message.body())))
                .isEqualTo(new Ignored("no parser for the topic"));
    }
}
