package io.freshmaker.query.event;

import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.Requested;
import io.freshmaker.platform.axon.FactBatch;
import io.freshmaker.query.readmodel.Forgotten;
import io.freshmaker.query.readmodel.ReadModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.replay.ResetContext;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Keeps one row for each Event, as the API shows it. */
@Component
@ProcessingGroup(ReadModel.GROUP)
class EventProjection {

    private final EventTable table;
    private final Forgotten forgotten;

    EventProjection(EventTable table, Forgotten forgotten) {
        this.table = table;
        this.forgotten = forgotten;
    }

    @EventHandler(payloadType = EventDomainEvent.class)
    void on(EventMessage<EventDomainEvent> fact, UnitOfWork<?> unit) {
        if (ReadModel.EVENTS.sees(fact)) FactBatch.add(unit, EventProjection.class, fact, this::project);
    }

    @ResetHandler
    void reset(ResetContext<?> reset) {
        if (ReadModel.EVENTS.isEmptiedBy(reset)) table.empty();
        if (ReadModel.allAreEmptiedBy(reset)) forgotten.rememberWhatIsKeptNow();
    }

    /** The rows are loaded together, changed in memory and saved together. */
    private void project(List<EventMessage<EventDomainEvent>> all) {
        List<EventMessage<EventDomainEvent>> facts =
                forgotten.without(all, fact -> fact.getPayload().eventId());
        Map<String, ProjectedEvent> events = table.load(
                facts.stream()
                        .map(EventMessage::getPayload)
                        .filter(fact -> !(fact instanceof EventRegistered))
                        .map(fact -> fact.eventId().value())
                        .collect(Collectors.toSet()),
                facts.stream()
                        .map(EventMessage::getPayload)
                        .flatMap(EventProjection::builtUpon)
                        .toList());
        for (EventMessage<EventDomainEvent> message : facts) {
            EventDomainEvent fact = message.getPayload();
            ProjectedEvent before = events.get(fact.eventId().value());
            if (before == null && !(fact instanceof EventRegistered))
                throw new IllegalStateException("No view of " + fact.eventId());
            ProjectedEvent next = ProjectedEvent.after(before, fact, message.getTimestamp());
            events.put(next.key(), next);
            builtUpon(fact).forEach(upon -> tell(upon, next.json().id(), events));
        }
        table.save(events.values());
    }

    /** The numbers of Events whose results it uses. */
    private static Stream<Integer> builtUpon(EventDomainEvent fact) {
        return fact instanceof EventRegistered registered && registered.trigger() instanceof Requested requested
                ? requested.request().dependsOn().stream()
                : Stream.empty();
    }

    /** Where that Event is known; a request on the bus may name any number. */
    private static void tell(int upon, int depending, Map<String, ProjectedEvent> events) {
        events.replaceAll((_, event) -> event.json().id() == upon ? event.withDepending(depending) : event);
    }
}
