package io.freshmaker.messaging.outbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What the bus is told when somebody has canceled an Event, in the original's words (spec §10.6, §11). It asks nobody for anything:
 * that these builds are stopped follows from the facts.
 *
 * @param event its number
 * @param builds the numbers of its builds that ran then
 */
record CancelMessage(
        @JsonProperty("action") String action,
        @JsonProperty("event_id") int event,
        @JsonProperty("builds_id") List<Integer> builds) {

    /** The end of its routing key, and the name of its schema. */
    static final String TOPIC = "manage.eventcancel";

    CancelMessage(int event, List<Integer> builds) {
        this("eventcancel", event, builds);
    }
}
