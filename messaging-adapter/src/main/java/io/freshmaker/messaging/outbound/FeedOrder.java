package io.freshmaker.messaging.outbound;

import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.feed.Feed;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What is to be published next: without gaps and in the order of positions, though numbering and publisher read the store each
 * for itself and may see the facts of two transactions in different orders. To be used in the transaction of a batch.
 */
@Component
class FeedOrder {

    private final Positions positions;
    private final Feed feed;
    private final EventStore store;
    private final Serializer serializer;
    private final JdbcTemplate sql;

    FeedOrder(
            Positions positions,
            Feed feed,
            EventStore store,
            @Qualifier("eventSerializer") Serializer serializer,
            JdbcTemplate sql) {
        this.positions = positions;
        this.feed = feed;
        this.store = store;
        this.serializer = serializer;
        this.sql = sql;
    }

    /** All that is not published yet up to the batch's last position, by position; of the batch what is not published yet. */
    SortedMap<Long, StoredFact> due(List<StoredFact> batch) {
        Map<String, Long> known =
                positions.of(batch.stream().map(StoredFact::id).toList());
        long published = published();
        SortedMap<Long, StoredFact> due = new TreeMap<>();
        for (StoredFact fact : batch) {
            long position = known.getOrDefault(fact.id(), 0L);
            if (position > published) due.put(position, fact);
        }
        if (!due.isEmpty() && due.lastKey() - published > due.size()) due.putAll(missing(published, due));
        return due;
    }

    /** Everything up to this position is out. */
    void publishedUpTo(long position) {
        sql.update("update bus_position set position = ?", position);
    }

    private long published() {
        Long position = sql.queryForObject("select position from bus_position", Long.class);
        return position == null ? 0 : position;
    }

    /** Those between that the publisher's own reading has not come to; their own batch will find them published. */
    private SortedMap<Long, StoredFact> missing(long published, SortedMap<Long, StoredFact> due) {
        Map<String, Long> wanted = new HashMap<>();
        List<Fact> between = feed.after(published, Math.toIntExact(due.lastKey() - published));
        between.stream()
                .filter(fact -> !due.containsKey(fact.position()))
                .forEach(fact -> wanted.put(fact.id(), fact.position()));
        Set<String> aggregates = between.stream()
                .filter(fact -> wanted.containsKey(fact.id()))
                .map(Fact::subject)
                .collect(Collectors.toSet());
        SortedMap<Long, StoredFact> found = new TreeMap<>();
        for (String aggregate : aggregates) {
            store.readEvents(aggregate)
                    .asStream()
                    .filter(message -> wanted.containsKey(message.getIdentifier()))
                    .map(message -> StoredFact.of(message, serializer))
                    .forEach(fact -> found.put(wanted.get(fact.id()), fact));
        }
        return Collections.unmodifiableSortedMap(found);
    }
}
