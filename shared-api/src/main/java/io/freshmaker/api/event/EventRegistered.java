package io.freshmaker.api.event;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/**
 * Something changed. {@code number} is the id in the API.
 *
 * @param dryRun whether everything is planned and told and nothing is built; facts of revision 1 say nothing of it and are none
 */
@Revision("2")
public record EventRegistered(EventId eventId, int number, String messageId, Trigger trigger, boolean dryRun)
        implements EventDomainEvent {

    /** What is built. */
    public EventRegistered(EventId eventId, int number, String messageId, Trigger trigger) {
        this(eventId, number, messageId, trigger, false);
    }
}
