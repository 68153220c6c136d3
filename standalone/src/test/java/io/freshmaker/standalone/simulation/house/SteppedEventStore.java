package io.freshmaker.standalone.simulation.house;

import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.simulation.time.Strand;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * The event store without its thread: who reads is called when its own process has stored something, and later what others have.
 * As with Axon's own, processors that have come equally far share what was read for one of them.
 */
final class SteppedEventStore extends EmbeddedEventStore {

    private static final int AT_ONCE = 100;
    private static final Duration SOON = Duration.ofMillis(2);
    private static final Duration NET = Duration.ofMillis(250);

    private final EventStorageEngine engine;
    private final SimulatedDatabase database;
    private final Strand caller;
    private final Map<Object, Runnable> sleepers = new LinkedHashMap<>();
    private final Map<@Nullable TrackingToken, List<? extends TrackedEventMessage<?>>> read = new HashMap<>();
    private long factsWhenRead;
    private boolean soon;
    private boolean later;

    SteppedEventStore(EventStorageEngine engine, SimulatedDatabase database, Machine machine, Strand caller) {
        super(new Builder().storageEngine(engine));
        this.engine = engine;
        this.database = database;
        this.caller = caller;
        database.onFacts(machine, this::look);
    }

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return new SteppedStream(this, database, token, sleepers);
    }

    /** Not all of them: some of the next. */
    List<? extends TrackedEventMessage<?>> factsAfter(@Nullable TrackingToken token) {
        long facts = database.facts();
        if (facts != factsWhenRead) read.clear();
        factsWhenRead = facts;
        List<? extends TrackedEventMessage<?>> known = read.get(token);
        if (known != null) return known;
        List<? extends TrackedEventMessage<?>> next =
                engine.readEvents(token, false).limit(AT_ONCE).toList();
        if (facts == database.facts()) read.put(token, next);
        return next;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        database.stored();
        if (soon) return;
        soon = true;
        caller.after(SOON, () -> {
            soon = false;
            callAll();
        });
    }

    private void look() {
        if (later) return;
        later = true;
        caller.after(NET, () -> {
            later = false;
            callAll();
        });
    }

    private void callAll() {
        List.copyOf(sleepers.values()).forEach(Runnable::run);
    }
}
