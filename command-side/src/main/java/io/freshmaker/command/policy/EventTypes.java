package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.FlatpakIndex;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says of which type an Event is. What a request is about, its advisory says (spec §3.3, decision 0033). */
@Component
class EventTypes {

    private final Facts facts;
    private final ObjectProvider<Advisories> advisories;
    private final ObjectProvider<FlatpakIndex> flatpaks;

    EventTypes(Facts facts, ObjectProvider<Advisories> advisories, ObjectProvider<FlatpakIndex> flatpaks) {
        this.facts = facts;
        this.advisories = advisories;
        this.flatpaks = flatpaks;
    }

    /** As far as facts say; empty for a request whose advisory was not looked up yet. */
    Optional<EventType> known(EventRegistered registered) {
        return registered.trigger() instanceof ManualRebuild
                ? facts.typeOf(registered.eventId())
                : Optional.of(registered.trigger().eventType());
    }

    /**
     * As the advisory of a request says now. Where nobody knows it, the request stays what it was.
     *
     * @throws io.freshmaker.command.port.Unavailable when nobody can be asked
     */
    EventType lookedUp(ManualRebuild request) {
        return Optional.ofNullable(advisories.getIfAvailable())
                .flatMap(all -> all.find(request.advisory()).map(advisory -> typeOf(advisory, all)))
                .orElse(request.eventType());
    }

    /** Where no index of Flatpaks is named, an advisory of modules is one of RPMs. */
    private EventType typeOf(Advisory advisory, Advisories all) {
        if (flatpaks.getIfAvailable() != null && all.isReadyForFlatpaks(advisory)) {
            return EventType.FlatpakApplicationManualBuildEvent;
        }
        return advisory.isShipped() && advisory.isOfBotas()
                ? EventType.ManualBundleRebuildEvent
                : EventType.ManualRebuildWithAdvisoryEvent;
    }
}
