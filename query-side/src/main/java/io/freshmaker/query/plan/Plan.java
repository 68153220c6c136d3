package io.freshmaker.query.plan;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What an Event planned, parents first, and what it declined. */
record Plan(List<PlannedBuild> builds, List<DeclinedArtifact> declined) {

    static final Plan NONE = new Plan(List.of(), List.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As it was stored. */
    static Plan of(String json) {
        return JSON.readValue(json, Plan.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
