package io.freshmaker.standalone.simulation.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** Reads facts after a token, as far as there are any; nothing in it waits, and it asks the store only when there may be more. */
final class SteppedStream implements TrackingEventStream {

    private static final long NEVER = -1;

    private final SteppedEventStore store;
    private final SimulatedDatabase database;
    private final Map<Object, Runnable> sleepers;
    private final Deque<TrackedEventMessage<?>> read = new ArrayDeque<>();
    private @Nullable TrackingToken last;
    private long seen = NEVER;

    SteppedStream(
            SteppedEventStore store,
            SimulatedDatabase database,
            @Nullable TrackingToken after,
            Map<Object, Runnable> sleepers) {
        this.store = store;
        this.database = database;
        this.last = after;
        this.sleepers = sleepers;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        sleepers.put(this, callback);
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        readOn();
        return Optional.ofNullable(read.peekFirst());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
        readOn();
        return !read.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
        readOn();
        if (read.isEmpty()) throw new NoSuchElementException("Nothing to read");
        return read.removeFirst();
    }

    @Override
    public void close() {
        sleepers.remove(this);
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
        // it only saves time
    }

    private void readOn() {
        if (!read.isEmpty() || seen == database.facts()) return;
        long before = database.facts();
        List<? extends TrackedEventMessage<?>> next = store.factsAfter(last);
        read.addAll(next);
        if (next.isEmpty()) seen = before;
        else last = next.getLast().trackingToken();
    }
}
