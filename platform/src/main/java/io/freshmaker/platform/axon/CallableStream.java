package io.freshmaker.platform.axon;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/** A stream of facts that takes the reader's telephone number: it is called when there is something to read. */
final class CallableStream implements TrackingEventStream {

    private final TrackingEventStream stream;
    private final Map<Object, Runnable> sleepers;

    CallableStream(TrackingEventStream stream, Map<Object, Runnable> sleepers) {
        this.stream = stream;
        this.sleepers = sleepers;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        sleepers.put(this, callback);
        return true;
    }

    @Override
    public void close() {
        sleepers.remove(this);
        stream.close();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return stream.nextAvailable();
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> message) {
        stream.skipMessagesWithPayloadTypeOf(message);
    }
}
