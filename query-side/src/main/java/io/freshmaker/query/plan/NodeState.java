package io.freshmaker.query.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What changes of a node of the graph while it is built. */
public record NodeState(
        int id,
        @JsonProperty("rebuilt_nvr") @Nullable String rebuiltNvr,
        String state,
        @JsonProperty("external_id") @Nullable String externalId,
        @Nullable Ending ended) {}
