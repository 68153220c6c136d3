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

    private static final long NET_MS = 250;

    private final Map<Object, Runnable> sleepers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService caller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-store-caller").factory());

    private final Runnable expectMore;
    private final Neighbours neighbours;

    private WakeableEventStore(Builder builder, Runnable expectMore, Neighbours neighbours) {
        super(builder);
        this.expectMore = expectMore;
        this.neighbours = neighbours;
        caller.scheduleWithFixedDelay(this::callAll, NET_MS, NET_MS, TimeUnit.MILLISECONDS);
    }

    /** @param expectMore tells the engine that something was committed, before its reader looks */
    static WakeableEventStore over(
            EventStorageEngine engine, Runnable expectMore, Configuration axon, Neighbours neighbours) {
        Builder builder = new Builder()
                .storageEngine(engine)
                .fetchDelay(NET_MS)
                .messageMonitor(axon.messageMonitor(EmbeddedEventStore.class, "eventStore"));
        return new WakeableEventStore(builder, expectMore, neighbours);
    }

    @Override
    public News waitsFor() {
        return News.FACTS;
    }

    /** Something was stored, perhaps by another process. */
    @Override
    public void wake() {
        look(List.of());
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        look(events);
        neighbours.tell(News.FACTS);
    }

    /** Makes its reader look. */
    private void look(List<? extends EventMessage<?>> events) {
        expectMore.run();
        super.afterCommit(events);
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

    /** The store's reader has something for whoever sleeps. */
    void callAll() {
        sleepers.values().forEach(Runnable::run);
    }
}
