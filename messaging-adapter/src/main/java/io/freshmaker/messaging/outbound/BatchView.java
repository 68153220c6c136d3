package io.freshmaker.messaging.outbound;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Wire;
import io.freshmaker.api.wire.Wire.DepOn;
import io.freshmaker.messaging.outbound.ViewTables.BuildRow;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the publisher knows of the Events and builds that a batch of facts is about: read at once, changed in memory, written at
 * once. So a plan of 10,000 builds costs a few statements per batch, not a few per build.
 */
final class BatchView {

    /** An Event with more builds is announced in its short form (contract §3). */
    private static final int MOST_BUILDS = 1_000;

    private final ViewTables tables;
    private final Map<EventId, EventJson> events;
    private final Map<BuildId, BuildRow> builds;
    private final Map<EventId, EventJson> changedEvents = new LinkedHashMap<>();
    private final Map<BuildId, BuildRow> changedBuilds = new LinkedHashMap<>();

    private BatchView(ViewTables tables, Map<EventId, EventJson> events, Map<BuildId, BuildRow> builds) {
        this.tables = tables;
        this.events = events;
        this.builds = builds;
    }

    static BatchView of(Collection<StoredFact> facts, ViewTables tables) {
        Set<EventId> events = facts.stream()
                .map(StoredFact::payload)
                .filter(EventDomainEvent.class::isInstance)
                .map(fact -> ((EventDomainEvent) fact).eventId())
                .collect(Collectors.toSet());
        Set<BuildId> builds = facts.stream()
                .map(StoredFact::payload)
                .filter(ArtifactBuildDomainEvent.class::isInstance)
                .map(ArtifactBuildDomainEvent.class::cast)
                .flatMap(BatchView::neededFor)
                .collect(Collectors.toSet());
        return new BatchView(tables, new HashMap<>(tables.events(events)), new HashMap<>(tables.builds(builds)));
    }

    /** Takes a fact in, and says whether the Event is in another state now. */
    boolean changesState(EventDomainEvent fact, Instant at) {
        EventJson before = events.get(fact.eventId());
        EventJson after = Wire.after(before, fact, at);
        events.put(fact.eventId(), after);
        changedEvents.put(fact.eventId(), after);
        return before == null || before.state() != after.state();
    }

    /** Takes a fact in, and says whether the build is in another state now. */
    boolean changesState(ArtifactBuildDomainEvent fact, Instant at) {
        BuildRow before = builds.get(fact.buildId());
        BuildJson after = fact instanceof ArtifactBuildPlanned planned
                ? Wire.planned(planned, parent(planned), at)
                : Wire.after(known(fact.buildId()).json(), fact, at);
        BuildRow row = new BuildRow(fact.eventId(), after);
        builds.put(fact.buildId(), row);
        changedBuilds.put(fact.buildId(), row);
        return before == null || before.json().state() != after.state();
    }

    /** The Event with its builds as of the last fact taken in. */
    EventJson full(EventId id) {
        Map<String, Integer> summary = summary(id);
        EventJson event = event(id);
        return summary.getOrDefault("total", 0) > MOST_BUILDS
                ? event.truncated(summary)
                : event.withBuilds(tables.buildsOf(id));
    }

    EventJson brief(EventId id) {
        return event(id).withSummary(summary(id));
    }

    /** What is told of its cancel: which of its builds run as of the last fact taken in. */
    CancelMessage cancel(EventId id) {
        save(); // as for a summary
        return new CancelMessage(event(id).id(), tables.runningBuilds(id));
    }

    BuildJson build(BuildId id) {
        return known(id).json();
    }

    /** Writes what changed since the last time. */
    void save() {
        tables.saveEvents(changedEvents);
        tables.saveBuilds(changedBuilds);
        changedEvents.clear();
        changedBuilds.clear();
    }

    private Map<String, Integer> summary(EventId id) {
        save(); // the tables count better than we do
        return tables.summaryOf(id);
    }

    /** The original knows one parent only: of several the last is shown (decision 16). */
    private @Nullable DepOn parent(ArtifactBuildPlanned fact) {
        List<BuildId> parents = fact.build().parents();
        if (parents.isEmpty()) return null;
        BuildJson last = known(parents.getLast()).json();
        return new DepOn(last.id(), last.name());
    }

    private EventJson event(EventId id) {
        return Objects.requireNonNull(events.get(id), () -> "No view of " + id);
    }

    private BuildRow known(BuildId id) {
        return Objects.requireNonNull(builds.get(id), () -> "No view of " + id);
    }

    private static Stream<BuildId> neededFor(ArtifactBuildDomainEvent fact) {
        return fact instanceof ArtifactBuildPlanned planned
                ? Stream.concat(Stream.of(planned.buildId()), planned.build().parents().stream())
                : Stream.of(fact.buildId());
    }
}
