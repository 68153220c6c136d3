package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.wire.Wire.DepOn;
import io.freshmaker.platform.axon.FactBatch;
import io.freshmaker.query.event.EventProjection;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row for each build, as the API shows it. */
@Component
@ProcessingGroup(EventProjection.GROUP)
class BuildProjection {

    private record Timed(ArtifactBuildDomainEvent fact, Instant at) {}

    private final KnownParents parents = new KnownParents();
    private final EntityManager entities;
    private final JdbcClient sql;

    BuildProjection(EntityManager entities, JdbcClient sql) {
        this.entities = entities;
        this.sql = sql;
    }

    @EventHandler
    void on(ArtifactBuildDomainEvent fact, @Timestamp Instant at, UnitOfWork<?> unit) {
        FactBatch.add(unit, BuildProjection.class, new Timed(fact, at), this::project);
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate table build_view").update();
    }

    /** The rows are loaded together first, and then found in memory. */
    private void project(List<Timed> facts) {
        load(facts.stream().flatMap(BuildProjection::needed).collect(Collectors.toSet()));
        facts.forEach(this::project);
    }

    private void project(Timed fact) {
        if (fact.fact() instanceof ArtifactBuildPlanned planned) plan(planned, fact.at());
        else row(fact.fact().buildId()).after(fact.fact(), fact.at());
    }

    private void load(Set<String> keys) {
        entities.createQuery("from BuildRow where buildKey in :keys", BuildRow.class)
                .setParameter("keys", keys)
                .getResultList();
    }

    private static Stream<String> needed(Timed fact) {
        return fact.fact() instanceof ArtifactBuildPlanned
                ? Stream.of()
                : Stream.of(fact.fact().buildId().value());
    }

    private void plan(ArtifactBuildPlanned fact, Instant at) {
        BuildRow row = new BuildRow(fact, lastOf(fact.build().parents()), at);
        entities.persist(row);
        parents.remember(row);
    }

    /** The original knows one parent only: of several it is shown the last (decision 16). */
    private @Nullable DepOn lastOf(List<BuildId> all) {
        if (all.isEmpty()) return null;
        BuildId last = all.getLast();
        return parents.find(last.value()).orElseGet(() -> row(last).asParent());
    }

    private BuildRow row(BuildId id) {
        BuildRow row = entities.find(BuildRow.class, id.value());
        if (row == null) throw new IllegalStateException("No view of " + id);
        return row;
    }
}
