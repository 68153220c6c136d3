package io.freshmaker.query.plan;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What an Event planned, parents first, and what it declined. */
record Plan(List<PlannedBuild> builds, List<DeclinedArtifact> declined) {

    static final Plan NONE = new Plan(List.of(), List.of());

    /** What a build needs leaves out what is not so. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** As it was stored. */
    static Plan of(String json) {
        return JSON.readValue(json, Plan.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
