package io.freshmaker.query.event;

import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Wire;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An Event as the API shows it, without its builds; beside the JSON what lists are filtered and ordered by. */
@Entity
@Table(name = "event_view")
public class EventRow {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private String eventKey;

    private int number;
    private String messageId;
    private String searchKey;
    private int eventTypeId;
    private @Nullable String requester;
    private int state;
    private boolean listed;
    private String json;

    @SuppressWarnings("NullAway.Init")
    protected EventRow() {} // for JPA

    EventRow(EventRegistered fact, Instant at) {
        EventJson first = Wire.after(null, fact, at);
        eventKey = fact.eventId().value();
        number = first.id();
        messageId = first.messageId();
        searchKey = first.searchKey();
        eventTypeId = first.eventTypeId();
        requester = first.requester();
        state = first.state();
        listed = true;
        json = JSON.writeValueAsString(first);
    }

    void after(EventDomainEvent fact, Instant at) {
        EventJson next = Wire.after(json(), fact, at);
        state = next.state();
        listed = !isWithoutCandidates(fact);
        json = JSON.writeValueAsString(next);
    }

    /** Most messages concern nothing that is ours; lists leave their Events out (contract §2). */
    private static boolean isWithoutCandidates(EventDomainEvent fact) {
        return fact instanceof EventSkipped skipped && skipped.reason().code() == ReasonCode.NO_CANDIDATES;
    }

    /** The id of the aggregate. */
    public String eventKey() {
        return eventKey;
    }

    /** The id in the API. */
    public int number() {
        return number;
    }

    int state() {
        return state;
    }

    /** Neither in the full nor in the short form yet. */
    EventJson json() {
        return JSON.readValue(json, EventJson.class);
    }
}
