package io.freshmaker.platform.axon;

import io.freshmaker.platform.wake.Neighbours;
import io.freshmaker.platform.wake.News;
import io.freshmaker.platform.wake.Sleeper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * An event store whose pooled processors are called when there is something to read. Axon's own makes them look every 500 ms,
 * which is what a rebuild of ten levels would then wait for (docs/decisions/0001-wake-up.md). Polling stays, as the net beneath.
 */
public final class WakeableEventStore extends EmbeddedEventStore implements Sleeper {

    /** How soon after a commit the store's own reader has fetched it; the second time is for a reader that was busy. */
    private static final long FIRST_CALL_MS = 2;

    private static final long SECOND_CALL_MS = 25;

    private static final long NET_MS = 250;

    private final Map<Object, Runnable> sleepers = new ConcurrentHashMap<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final ScheduledExecutorService caller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-store-caller").factory());

    private final Neighbours neighbours;

    private WakeableEventStore(Builder builder, Neighbours neighbours) {
        super(builder);
        this.neighbours = neighbours;
        caller.scheduleWithFixedDelay(this::callAll, NET_MS, NET_MS, TimeUnit.MILLISECONDS);
    }

    static WakeableEventStore over(EventStorageEngine engine, Configuration axon, Neighbours neighbours) {
        Builder builder = new Builder()
                .storageEngine(engine)
                .fetchDelay(NET_MS)
                .messageMonitor(axon.messageMonitor(EmbeddedEventStore.class, "eventStore"));
        return new WakeableEventStore(builder, neighbours);
    }

    @Override
    public News waitsFor() {
        return News.FACTS;
    }

    /** Something was stored, perhaps by another process. */
    @Override
    public void wake() {
        super.afterCommit(List.of());
        if (caller.isShutdown() || !called.compareAndSet(false, true)) return; // hundreds may commit together
        caller.schedule(this::firstCall, FIRST_CALL_MS, TimeUnit.MILLISECONDS);
        caller.schedule(this::callAll, SECOND_CALL_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        super.afterCommit(events);
        wake();
        neighbours.tell(News.FACTS);
    }

    @Override
    public TrackingEventStream openStream(TrackingToken token) {
        return new CallableStream(super.openStream(token), sleepers);
    }

    @Override
    public void shutDown() {
        caller.shutdownNow();
        super.shutDown();
    }

    private void firstCall() {
        called.set(false);
        callAll();
    }

    private void callAll() {
        sleepers.values().forEach(Runnable::run);
    }
}
