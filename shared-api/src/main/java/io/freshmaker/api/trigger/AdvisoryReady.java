package io.freshmaker.api.trigger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.freshmaker.api.value.EventId;

/**
 * An advisory reached a state in which the images that lack its fixes are to be rebuilt: it was shipped, or is about to be
 * (spec §3.3, §6.6, §6.7). {@code state} is what the message said; it wins over what is looked up later (spec §14, rule 17).
 */
public record AdvisoryReady(long advisory, String state) implements AdvisoryTrigger {

    /** Everybody can install what the advisory fixes. */
    public static final String SHIPPED = "SHIPPED_LIVE";

    @JsonIgnore
    public boolean isShipped() {
        return state.equals(SHIPPED);
    }

    @Override
    public EventType eventType() {
        return EventType.ErrataRPMAdvisoryShippedEvent;
    }

    /** One when it is shipped, whatever was said before: nothing that came to nothing then may swallow the fix. */
    @Override
    public EventId eventId() {
        return EventId.ofMessage(eventType() + "/" + advisory + (isShipped() ? "" : "/before-shipping"));
    }
}
