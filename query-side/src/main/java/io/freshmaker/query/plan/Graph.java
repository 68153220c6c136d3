package io.freshmaker.query.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Texts;
import io.freshmaker.query.build.BuildRow;
import io.freshmaker.query.compose.ComposeJson;
import io.freshmaker.query.event.EventRow;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rebuild of one Event: what is built after what, how far it and what it needs is, and what is not built and why. */
record Graph(EventJson event, List<Node> nodes, List<Edge> edges, List<Declined> declined, List<ComposeJson> composes) {

    /** {@code to} is built from {@code from}. */
    record Edge(int from, int to) {}

    /** A candidate that is not rebuilt. */
    record Declined(
            ArtifactType type,
            String name,
            @Nullable String stream,
            @JsonProperty("original_nvr") @Nullable String originalNvr,
            Reason reason,
            String text) {

        static Declined of(DeclinedArtifact declined) {
            var artifact = declined.artifact();
            return new Declined(
                    artifact.type(),
                    artifact.name(),
                    artifact.stream(),
                    artifact.originalNvr(),
                    declined.reason(),
                    Texts.of(declined.reason()));
        }
    }

    static Graph of(EventRow row, EventJson event, Plan plan, List<BuildRow> builds, List<ComposeJson> composes) {
        EventId id = new EventId(row.eventKey());
        Map<String, BuildRow> byKey =
                builds.stream().collect(Collectors.toMap(BuildRow::buildKey, Function.identity()));
        return new Graph(
                event,
                plan.builds().stream().map(planned -> node(id, planned, byKey)).toList(),
                plan.builds().stream().flatMap(planned -> edges(planned, byKey)).toList(),
                plan.declined().stream().map(Declined::of).toList(),
                composes);
    }

    private static Node node(EventId event, PlannedBuild planned, Map<String, BuildRow> byKey) {
        BuildRow build = byKey.get(planned.id().value());
        return build == null
                ? Node.planned(event, planned)
                : Node.stored(event, planned, build, Ending.of(build, byKey));
    }

    private static Stream<Edge> edges(PlannedBuild planned, Map<String, BuildRow> byKey) {
        BuildRow child = byKey.get(planned.id().value());
        if (child == null) return Stream.empty();
        return planned.parents().stream()
                .flatMap(parent -> Stream.ofNullable(byKey.get(parent.value())))
                .map(parent -> new Edge(parent.number(), child.number()));
    }
}
