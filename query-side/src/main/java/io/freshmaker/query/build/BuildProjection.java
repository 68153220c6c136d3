package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.wire.Wire.DepOn;
import io.freshmaker.query.event.EventProjection;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one row for each build, as the API shows it. */
@Component
@ProcessingGroup(EventProjection.GROUP)
class BuildProjection {

    private final KnownParents parents = new KnownParents();
    private final EntityManager entities;
    private final JdbcClient sql;

    BuildProjection(EntityManager entities, JdbcClient sql) {
        this.entities = entities;
        this.sql = sql;
    }

    @EventHandler
    void on(ArtifactBuildDomainEvent fact, @Timestamp Instant at) {
        if (fact instanceof ArtifactBuildPlanned planned) plan(planned, at);
        else row(fact.buildId()).after(fact, at);
    }

    @ResetHandler
    void reset() {
        sql.sql("truncate table build_view").update();
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
