package io.freshmaker.query.event;

import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.wire.EventJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An Event as the API shows it, without its builds, to read; beside the JSON what lists are filtered and ordered by. */
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
    private @Nullable String canceledBy;

    @SuppressWarnings("NullAway.Init")
    protected EventRow() {} // for JPA

    /** The id of the aggregate. */
    public String eventKey() {
        return eventKey;
    }

    /** The id in the API. */
    public int number() {
        return number;
    }

    public boolean isOf(EventType type) {
        return eventTypeId == type.id();
    }

    /** The number of the advisory that it is about; empty where it is about something else. */
    public Optional<Long> advisory() {
        boolean known = EventType.ABOUT_ADVISORIES.stream().anyMatch(this::isOf);
        return known ? Optional.of(Long.valueOf(searchKey)) : Optional.empty();
    }

    /** The id of the actor who asked for it; null for what came over the bus. */
    public @Nullable String requester() {
        return requester;
    }

    /** The id of the actor who canceled it, if he had logged in. */
    @Nullable
    String canceledBy() {
        return canceledBy;
    }

    int state() {
        return state;
    }

    /** Neither in the full nor in the short form yet. */
    EventJson json() {
        return jsonOf(json);
    }

    static EventJson jsonOf(String stored) {
        return JSON.readValue(stored, EventJson.class);
    }
}
