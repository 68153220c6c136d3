package io.freshmaker.platform.axon;

import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL once for what Axon's engine asks five times: every process looks whenever any of them has stored something.
 * Also says when the event store's own reader, from whom all processors that are up to date have their facts, has new ones.
 */
final class TailEngine extends JdbcEventStorageEngine {

    /** Read at once, of those that a processor has yet to see: with Axon's 100, a replay waits for PostgreSQL a third of its time. */
    private static final int FACTS_AT_ONCE = 500;

    private final AtomicLong news = new AtomicLong();
    private volatile Runnable whenRead = () -> {};

    // Of the store's own reader, which is one thread.
    private long newsAtLastLook = -1;
    private boolean sawAll;

    TailEngine(Builder builder) {
        super(builder.batchSize(FACTS_AT_ONCE)
                .finalAggregateBatchPredicate(facts -> facts.size() < FACTS_AT_ONCE)
                .extendedGapCheckEnabled(false)
                .readEventDataWithoutGaps(FactQueries::after)
                .readEventDataWithGaps(FactQueries::afterAndIn));
    }

    void whenRead(Runnable action) {
        whenRead = action;
    }

    /** Something was committed, so that there may be more than the reader has seen. */
    void expectMore() {
        news.incrementAndGet();
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

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken from, boolean mayBlock) {
        return mayBlock ? look(from).stream() : super.readEventData(from, false);
    }

    /** After a look that found something the reader looks once more: for nothing, unless there are news or there was too much. */
    private List<? extends TrackedEventData<?>> look(@Nullable TrackingToken from) {
        long now = news.get();
        boolean inVain = sawAll && now == newsAtLastLook;
        sawAll = false;
        if (inVain) return List.of();
        newsAtLastLook = now;
        List<? extends TrackedEventData<?>> facts = fetchTrackedEvents(from, FACTS_AT_ONCE);
        sawAll = !facts.isEmpty() && facts.size() < FACTS_AT_ONCE;
        return facts;
    }

    /** There are none: an aggregate has a handful of facts. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregate) {
        return Stream.empty();
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
