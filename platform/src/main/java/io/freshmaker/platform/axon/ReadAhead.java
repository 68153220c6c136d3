package io.freshmaker.platform.axon;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Facts whose JSON is read by whoever fetches them, while the processor's worker is still busy with those before: that is a third
 * of its work when a projection reads everything again.
 */
record ReadAhead(StreamableMessageSource<TrackedEventMessage<?>> facts)
        implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
        return new Unpacking(facts.openStream(from));
    }

    @Override
    public TrackingToken createTailToken() {
        return facts.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return facts.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return facts.createTokenAt(time);
    }

    @Override
    public TrackingToken createTokenSince(Duration age) {
        return facts.createTokenSince(age);
    }

    private record Unpacking(BlockingStream<TrackedEventMessage<?>> stream)
            implements BlockingStream<TrackedEventMessage<?>> {

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> fact = stream.nextAvailable();
            fact.getTimestamp();
            unpack(fact);
            return fact;
        }

        /** The message keeps it. One that cannot be read may be of no interest; a handler that wants it will fail. */
        private static void unpack(TrackedEventMessage<?> fact) {
            try {
                fact.getPayload();
            } catch (SerializationException _) {
                // said by whoever handles it
            }
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
        public boolean setOnAvailableCallback(Runnable callback) {
            return stream.setOnAvailableCallback(callback);
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> fact) {
            stream.skipMessagesWithPayloadTypeOf(fact);
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
