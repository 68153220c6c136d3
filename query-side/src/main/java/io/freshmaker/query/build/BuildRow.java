package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.wire.BuildJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A build as the API shows it, to read; beside the JSON what lists are filtered and ordered by, and what only {@code /api/3} shows. */
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
        return Ended.of(ended);
    }

    /** The NVR that it has or gets; null until it was started. */
    public @Nullable String rebuiltNvr() {
        return rebuiltNvr;
    }

    public BuildState state() {
        return BuildState.values()[state];
    }

    public BuildJson json() {
        return jsonOf(json);
    }

    static BuildJson jsonOf(String stored) {
        return JSON.readValue(stored, BuildJson.class);
    }
}
