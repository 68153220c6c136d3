package io.freshmaker.query.plan;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import java.util.List;

/** What an Event planned, parents first, and what it declined. */
record Plan(List<PlannedBuild> builds, List<DeclinedArtifact> declined) {

    static final Plan NONE = new Plan(List.of(), List.of());
}
