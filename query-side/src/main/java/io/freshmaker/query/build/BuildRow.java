package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.Wire;
import io.freshmaker.api.wire.Wire.DepOn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A build as the API shows it; beside the JSON what lists are filtered and ordered by, and what only {@code /api/3} shows. */
@Entity
@Table(name = "build_view")
public class BuildRow {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private String buildKey;

    private int number;
    private int eventNumber;
    private String name;
    private int type;
    private int state;
    private @Nullable Integer depOnId;
    private @Nullable Long buildId;
    private @Nullable String originalNvr;
    private @Nullable String rebuiltNvr;
    private @Nullable String externalId;
    private @Nullable String ended;
    private String json;

    @SuppressWarnings("NullAway.Init")
    protected BuildRow() {} // for JPA

    BuildRow(ArtifactBuildPlanned fact, @Nullable DepOn parent, Instant at) {
        BuildJson first = Wire.planned(fact, parent, at);
        buildKey = fact.buildId().value();
        number = first.id();
        eventNumber = first.eventId();
        name = first.name();
        type = first.type();
        state = first.state();
        depOnId = first.depOnId();
        originalNvr = first.originalNvr();
        json = JSON.writeValueAsString(first);
    }

    void after(ArtifactBuildDomainEvent fact, Instant at) {
        BuildJson next = Wire.after(json(), fact, at);
        state = next.state();
        buildId = next.buildId();
        rebuiltNvr = next.rebuiltNvr();
        json = JSON.writeValueAsString(next);
        if (fact instanceof ArtifactBuildSubmitted submitted) externalId = submitted.externalId();
        Ended.by(fact).ifPresent(end -> ended = JSON.writeValueAsString(end));
    }

    /** As its children's {@code dep_on} shows it. */
    DepOn asParent() {
        return new DepOn(number, name);
    }

    /** The id of the aggregate. */
    public String buildKey() {
        return buildKey;
    }

    /** The id in the API. */
    public int number() {
        return number;
    }

    /** Under which the build system knows it; null until it was submitted. */
    public @Nullable String externalId() {
        return externalId;
    }

    /** Why it was not built; null if it was, or has not ended. */
    public @Nullable Ended ended() {
        return ended == null ? null : JSON.readValue(ended, Ended.class);
    }

    public BuildJson json() {
        return jsonOf(json);
    }

    static BuildJson jsonOf(String stored) {
        return JSON.readValue(stored, BuildJson.class);
    }
}
