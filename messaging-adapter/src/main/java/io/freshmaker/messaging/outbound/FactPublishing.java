package io.freshmaker.messaging.outbound;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.messaging.bus.ConfirmedPublishing;
import io.freshmaker.messaging.bus.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Publishes a batch of facts and what they change. Throws when that is not possible now; then the batch comes again. */
@Component
class FactPublishing {

    private final FeedOrder order;
    private final ViewTables tables;
    private final WireMessages messages;
    private final ConfirmedPublishing bus;
    private final UmbOutbox umb;

    FactPublishing(FeedOrder order, ViewTables tables, WireMessages messages, ConfirmedPublishing bus, UmbOutbox umb) {
        this.order = order;
        this.tables = tables;
        this.messages = messages;
        this.bus = bus;
        this.umb = umb;
    }

    /**
     * To be called in the transaction that stores how far the publisher has come; returns when the broker has it all, and what is for
     * the UMB is stored.
     */
    void publish(List<StoredFact> batch) {
        SortedMap<Long, StoredFact> due = order.due(batch);
        if (due.isEmpty()) return; // published together with facts that were seen before them
        BatchView view = BatchView.of(due.values(), tables);
        List<OutgoingMessage> out = new ArrayList<>();
        due.forEach((position, fact) -> {
            out.add(messages.domainEvent(fact.at(position)));
            out.addAll(changes(fact, view));
        });
        view.save();
        order.publishedUpTo(due.lastKey());
        umb.put(out);
        bus.publish(out);
    }

    private List<OutgoingMessage> changes(StoredFact fact, BatchView view) {
        return switch (fact.payload()) {
            case EventDomainEvent event -> changes(fact, event, view);
            case ArtifactBuildDomainEvent build -> changes(fact, build, view);
            default -> List.of();
        };
    }

    private List<OutgoingMessage> changes(StoredFact fact, EventDomainEvent event, BatchView view) {
        if (!view.changesState(event, fact.time())) return List.of();
        List<OutgoingMessage> changes =
                new ArrayList<>(messages.eventChanged(fact, view.full(event.eventId()), view.brief(event.eventId())));
        whatPeopleDid(fact, event, view).ifPresent(changes::add);
        return changes;
    }

    private Optional<OutgoingMessage> whatPeopleDid(StoredFact fact, EventDomainEvent event, BatchView view) {
        return switch (event) {
            case EventRegistered registered ->
                RequestMessage.of(registered).map(request -> messages.requested(fact, request));
            case EventCanceled canceled -> Optional.of(messages.canceled(fact, view.cancel(canceled.eventId())));
            default -> Optional.empty();
        };
    }

    private List<OutgoingMessage> changes(StoredFact fact, ArtifactBuildDomainEvent build, BatchView view) {
        if (!view.changesState(build, fact.time())) return List.of();
        return List.of(messages.buildChanged(fact, view.build(build.buildId())));
    }
}
