package io.freshmaker.platform.axon;

import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Says when the event store's own reader, from whom all processors that are up to date have their facts, has new ones for them. */
final class TailEngine extends JdbcEventStorageEngine {

    private volatile Runnable whenRead = () -> {};

    TailEngine(Builder builder) {
        super(builder);
    }

    void whenRead(Runnable action) {
        whenRead = action;
    }

    /** Only the store's own reader says that it might wait. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken from, boolean mayBlock) {
        Stream<? extends TrackedEventMessage<?>> facts = super.readEvents(from, mayBlock);
        return mayBlock
                ? StreamSupport.stream(new Told<>(facts.spliterator(), whenRead), false)
                        .onClose(facts::close)
                : facts;
    }

    /** Does something whenever the reader has taken what there was, or a hundred. */
    private static final class Told<T> extends Spliterators.AbstractSpliterator<T> {

        private static final int MANY = 100;

        private final Spliterator<? extends T> facts;
        private final Runnable action;
        private int taken;

        Told(Spliterator<? extends T> facts, Runnable action) {
            super(facts.estimateSize(), facts.characteristics());
            this.facts = facts;
            this.action = action;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> reader) {
            boolean more = facts.tryAdvance(reader);
            if (more) taken++;
            if (taken == MANY || !more && taken > 0) {
                taken = 0;
                action.run();
            }
            return more;
        }
    }
}
