package io.freshmaker.messaging.outbound;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.messaging.bus.ConfirmedPublishing;
import io.freshmaker.messaging.bus.OutgoingMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Publishes a batch of facts and what they change. Throws when that is not possible now; then the batch comes again. */
@Component
class FactPublishing {

    private final Positions positions;
    private final ViewTables tables;
    private final WireMessages messages;
    private final ConfirmedPublishing bus;

    FactPublishing(Positions positions, ViewTables tables, WireMessages messages, ConfirmedPublishing bus) {
        this.positions = positions;
        this.tables = tables;
        this.messages = messages;
        this.bus = bus;
    }

    /** To be called in the transaction that stores how far the publisher has come; returns when the broker has it all. */
    void publish(List<StoredFact> facts) {
        Map<String, Long> known =
                positions.of(facts.stream().map(StoredFact::id).toList());
        List<StoredFact> inOrder = facts.stream() // numbering may have seen them in another order
                .sorted(Comparator.comparing(fact -> Objects.requireNonNull(known.get(fact.id()))))
                .toList();
        BatchView view = BatchView.of(inOrder, tables);
        List<OutgoingMessage> out = new ArrayList<>();
        for (StoredFact fact : inOrder) {
            out.add(messages.domainEvent(fact.at(Objects.requireNonNull(known.get(fact.id())))));
            out.addAll(changes(fact, view));
        }
        view.save();
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
        return messages.eventChanged(fact, view.full(event.eventId()), view.brief(event.eventId()));
    }

    private List<OutgoingMessage> changes(StoredFact fact, ArtifactBuildDomainEvent build, BatchView view) {
        if (!view.changesState(build, fact.time())) return List.of();
        return List.of(messages.buildChanged(fact, view.build(build.buildId())));
    }
}
