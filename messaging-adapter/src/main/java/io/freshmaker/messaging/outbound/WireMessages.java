package io.freshmaker.messaging.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.OutgoingMessage;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.platform.feed.Fact;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Facts and changes as bus messages (contract §3, spec §11), with the headers that fedora-messaging needs. A message made again
 * is the same to the last byte, its id included.
 */
@Component
class WireMessages {

    private static final int PERSISTENT = 2;
    private static final int SEVERITY_INFO = 20;
    private static final DateTimeFormatter SENT_AT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final CloudEvents cloudEvents;
    private final ObjectMapper json;
    private final String prefix;

    WireMessages(
            CloudEvents cloudEvents, @Qualifier("defaultAxonObjectMapper") ObjectMapper json, BusSettings settings) {
        this.cloudEvents = cloudEvents;
        this.json = json;
        this.prefix = settings.outPrefix();
    }

    /** The fact itself, as the feed shows it. */
    OutgoingMessage domainEvent(Fact fact) {
        BasicProperties properties = properties("application/cloudevents+json", fact.id())
                .headers(headers("domain.event", fact.time()))
                .build();
        String routingKey = CloudEvents.typeOf(fact.aggregateType(), fact.type());
        return new OutgoingMessage(Topology.DOMAIN_EVENTS, routingKey, properties, bytes(cloudEvents.of(fact)));
    }

    List<OutgoingMessage> eventChanged(StoredFact fact, EventJson full, EventJson brief) {
        return List.of(
                changed(fact, "event.state.changed", "event", full),
                changed(fact, "event.state.changed.min", "event-min", brief));
    }

    OutgoingMessage buildChanged(StoredFact fact, BuildJson build) {
        return changed(fact, "build.state.changed", "build", build);
    }

    /** A request that came over HTTP, as the original hands it on (spec §10.5); heard again it is the same Event. */
    OutgoingMessage requested(StoredFact fact, RequestMessage request) {
        return changed(fact, request.topic(), "request", request);
    }

    OutgoingMessage canceled(StoredFact fact, CancelMessage cancel) {
        return changed(fact, CancelMessage.TOPIC, "cancel", cancel);
    }

    private OutgoingMessage changed(StoredFact fact, String topic, String kind, Object body) {
        BasicProperties properties = properties("application/json", fact.id() + "." + kind)
                .headers(headers(topic, fact.time()))
                .build();
        return new OutgoingMessage(Topology.BUS, prefix + "." + topic, properties, bytes(body));
    }

    private static BasicProperties.Builder properties(String contentType, String messageId) {
        return new BasicProperties.Builder()
                .contentType(contentType)
                .contentEncoding("utf-8")
                .deliveryMode(PERSISTENT)
                .messageId(messageId);
    }

    /** The name of a schema is that of its file in docs/schemas. Whoever does not have it takes the message for a plain one. */
    private static Map<String, Object> headers(String kind, Instant at) {
        return Map.of(
                "fedora_messaging_schema",
                "freshmaker." + kind + ".v1",
                "fedora_messaging_severity",
                SEVERITY_INFO,
                "priority",
                0,
                "sent-at",
                SENT_AT.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
    }

    private byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message cannot be written as JSON", e);
        }
    }
}
