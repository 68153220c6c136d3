package io.freshmaker.api.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.artifactbuild.BuildState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A build, field for field as the original's API shows it (spec §10.4). Null fields are written as null. */
public record BuildJson(
        @JsonProperty("id") int id,
        @JsonProperty("name") String name,
        @JsonProperty("original_nvr") @Nullable String originalNvr,
        @JsonProperty("rebuilt_nvr") @Nullable String rebuiltNvr,
        @JsonProperty("type") int type,
        @JsonProperty("type_name") String typeName,
        @JsonProperty("state") int state,
        @JsonProperty("state_name") String stateName,
        @JsonProperty("state_reason") @Nullable String stateReason,
        @JsonProperty("dep_on") @Nullable String depOn,
        @JsonProperty("dep_on_id") @Nullable Integer depOnId,
        @JsonProperty("time_submitted") String timeSubmitted,
        @JsonProperty("time_completed") @Nullable String timeCompleted,
        @JsonProperty("event_id") int eventId,
        @JsonProperty("build_id") @Nullable Long buildId,
        @JsonProperty("url") String url,
        @JsonProperty("build_args") Map<String, @Nullable Object> buildArgs,
        @JsonProperty("odcs_composes") List<Long> odcsComposes,
        @JsonProperty("rebuild_reason") String rebuildReason) {

    BuildJson in(BuildState next, @Nullable String reason, @Nullable String completed) {
        return with(rebuiltNvr, next.id(), next.name(), reason, completed, buildId, buildArgs, odcsComposes);
    }

    BuildJson withArg(String name, Object value) {
        Map<String, @Nullable Object> args = new TreeMap<>(buildArgs);
        args.put(name, value);
        return with(rebuiltNvr, state, stateName, stateReason, timeCompleted, buildId, args, odcsComposes);
    }

    BuildJson rebuiltAs(@Nullable String nvr) {
        return with(nvr, state, stateName, stateReason, timeCompleted, buildId, buildArgs, odcsComposes);
    }

    BuildJson submittedAs(@Nullable Long externalId) {
        return with(rebuiltNvr, state, stateName, stateReason, timeCompleted, externalId, buildArgs, odcsComposes);
    }

    BuildJson withComposes(List<Long> composes) {
        return with(rebuiltNvr, state, stateName, stateReason, timeCompleted, buildId, buildArgs, composes);
    }

    /** All that changes in the life of a build. */
    private BuildJson with(
            @Nullable String rebuiltNvr,
            int state,
            String stateName,
            @Nullable String stateReason,
            @Nullable String timeCompleted,
            @Nullable Long buildId,
            Map<String, @Nullable Object> buildArgs,
            List<Long> odcsComposes) {
        return new BuildJson(
                id,
                name,
                originalNvr,
                rebuiltNvr,
                type,
                typeName,
                state,
                stateName,
                stateReason,
                depOn,
                depOnId,
                timeSubmitted,
                timeCompleted,
                eventId,
                buildId,
                url,
                buildArgs,
                odcsComposes,
                rebuildReason);
    }
}
