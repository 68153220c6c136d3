package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import java.util.List;

/** What a job has to know of a planned Event, from its facts, oldest first. */
record EventSoFar(List<EventDomainEvent> facts) {

    RebuildPlanned plan() {
        return facts.stream()
                .filter(RebuildPlanned.class::isInstance)
                .map(RebuildPlanned.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No RebuildPlanned is stored"));
    }

    /** Whether all of its builds are stored, so that each hears of what it waits for. */
    boolean isActivated() {
        return has(RebuildActivated.class);
    }

    boolean hasEnded() {
        return has(EventCanceled.class) || has(EventCompleted.class);
    }

    private boolean has(Class<? extends EventDomainEvent> kind) {
        return facts.stream().anyMatch(kind::isInstance);
    }
}
