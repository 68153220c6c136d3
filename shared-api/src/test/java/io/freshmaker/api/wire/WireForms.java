package io.freshmaker.api.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** An Event and its one build, and how the build looks on the wire before it starts. */
final class WireForms {

    static final EventId EVENT = new EventId("event-1");
    static final Instant AT = Instant.parse("2026-11-22T10:00:00.987Z");
    static final Instant LATER = Instant.parse("2026-11-22T11:00:00Z");
    static final PlannedBuild BUILD = PlannedBuild.of(
            EVENT,
            PlannedArtifact.directly(
                            Artifact.image(
                                    new Nvr("app-container-2.4-1"),
                                    new Source("container/app", "f25", "2a2e", "f25-candidate")),
                            Reason.of(ReasonCode.RPM_UPDATED))
                    .after(List.of(), List.of("fedora-25-7")));

    static final String PLANNED = """
        {"id": 70, "name": "app-container", "original_nvr": "app-container-2.4-1", "rebuilt_nvr": null, "type": 1,
         "type_name": "IMAGE", "state": 4, "state_name": "PLANNED", "state_reason": null,
         "dep_on": "base-container", "dep_on_id": 69, "time_submitted": "2026-11-22T10:00:00Z",
         "time_completed": null, "event_id": 7, "build_id": null, "url": "/api/1/builds/70",
         "build_args": {"branch": "f25", "commit": "2a2e", "original_parent": "fedora-25-7",
                        "repository": "container/app", "target": "f25-candidate"},
         "odcs_composes": [], "rebuild_reason": "directly_affected"}\
        """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private WireForms() {}

    static BuildJson planned() {
        return Wire.planned(
                new ArtifactBuildPlanned(BUILD.id(), EVENT, 7, 70, BUILD, List.of()),
                new Wire.DepOn(69, "base-container"),
                AT);
    }

    /** @param changes the fields in which it differs from {@code before} */
    static void assertJson(Object form, String before, String changes) throws IOException {
        ObjectNode expected = (ObjectNode) JSON.readTree(before);
        expected.setAll((ObjectNode) JSON.readTree(changes));
        assertThat(JSON.readTree(JSON.writeValueAsString(form))).isEqualTo(expected);
    }
}
