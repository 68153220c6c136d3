package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/** Reads back what is stored, so that a job needs to carry no more than an id. */
@Component
class Facts {

    /** An Event begins with {@link EventRegistered}, and one that is rebuilt for goes on with its plan; between them a request is classified. */
    private static final long AFTER_THE_PLAN = 2;

    private final EventStore store;

    Facts(EventStore store) {
        this.store = store;
    }

    /** What the Event is about; every Event begins with it. */
    EventRegistered registered(EventId event) {
        return store.readEvents(event.value())
                .asStream()
                .map(Message::getPayload)
                .filter(EventRegistered.class::isInstance)
                .map(EventRegistered.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Event " + event));
    }

    /** Of which type an Event turned out to be; empty for one that was not classified. */
    Optional<EventType> typeOf(EventId event) {
        return store.readEvents(event.value())
                .asStream()
                .map(Message::getPayload)
                .filter(EventClassified.class::isInstance)
                .map(fact -> ((EventClassified) fact).type())
                .findFirst();
    }

    /** Everything that happened to an Event so far, its builds left aside. */
    EventSoFar of(EventId event) {
        return new EventSoFar(store.readEvents(event.value())
                .asStream()
                .map(fact -> (EventDomainEvent) fact.getPayload())
                .toList());
    }

    /** Whether a planned Event is over. What it is about, and its plan, which may be long, is not read for that. */
    boolean isOver(EventId event) {
        return store.readEvents(event.value(), AFTER_THE_PLAN)
                .asStream()
                .map(Message::getPayload)
                .anyMatch(fact -> fact instanceof EventCanceled || fact instanceof EventCompleted);
    }

    /** What an Event wants of a compose; every RequestedCompose begins with it. */
    ComposeRequested requested(ComposeId compose) {
        return store.readEvents(compose.value())
                .asStream()
                .map(Message::getPayload)
                .filter(ComposeRequested.class::isInstance)
                .map(ComposeRequested.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No compose " + compose));
    }

    /** Everything that happened to a build so far. */
    BuildSoFar of(BuildId build) {
        return new BuildSoFar(store.readEvents(build.value())
                .asStream()
                .map(fact -> new BuildSoFar.Dated((ArtifactBuildDomainEvent) fact.getPayload(), fact.getTimestamp()))
                .toList());
    }
}
