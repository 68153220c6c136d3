package io.freshmaker.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One rebuild from beginning to end, to be read: this is what the house is for. */
class RebuildLifecycleScenarioIT {

    private static final String CATALOG = """
        modules:
          - name: tea
            stream: "1"
            version: 20260101000000
            components: [{rpm: kettle, branch: f41}]
          - name: breakfast
            stream: "1"
            version: 20260101000000
            components: [{rpm: kettle, branch: f41}]
            build_requires: [{name: tea, stream: "1"}]
        images:
          - {nvr: kitchen-1-1, repository: container/kitchen, branch: f41, rpms: [kettle-1.0-1.fc41.x86_64]}
          - {nvr: stove-1-1, repository: container/stove, branch: f41, parents: [kitchen-1-1]}
          - {nvr: menu-1-1, repository: container/menu, branch: f41, parents: [stove-1-1]}
        updates:
          - {build: kettle-1.1-1.fc41, rpms: [kettle-1.1-1.fc41.x86_64]}
        """;

    @TempDir
    Path folder;

    @Test
    void what_changes_is_rebuilt_in_order_and_everybody_hears_of_it() throws Exception {
        BuildJournal journal = BuildJournal.in(folder.resolve("journal"), Set.of("stove"));
        try (RunningHouse house = RunningHouse.open(folder, CATALOG, RandomImages.rules(), journal, 0)) {

            // A spec file changes: both modules that contain the RPM are rebuilt.
            BusMessage push = BusMessage.specPushed("a-spec-changes", "kettle");
            house.publish(push);
            assertThat(states(house.awaitEvent(push, "COMPLETE")))
                    .isEqualTo(Map.of("tea", "DONE", "breakfast", "DONE"));

            // The RPM's update goes stable: an image cannot be built, so what is built from it cannot be either.
            BusMessage update = BusMessage.updateStable("an-update-is-stable", "kettle-1.1-1.fc41");
            house.publish(update);
            JsonNode event = house.awaitEvent(update, "COMPLETE");
            assertThat(states(event))
                    .containsEntry("kitchen", "DONE")
                    .containsEntry("stove", "FAILED")
                    .containsEntry("menu", "FAILED");
            assertThat(reason(event, "stove")).isEqualTo("Failed to build: exit status 3: stove cannot be built");
            assertThat(reason(event, "menu"))
                    .isEqualTo("Cannot build artifact, because its dependency cannot be built.");

            // The bus heard it all: every state of the Event, in order.
            house.awaitQuiet();
            assertThat(house.bus().heard().stream()
                            .filter(one -> one.routingKey().endsWith(".freshmaker.event.state.changed"))
                            .filter(one -> one.body().path("id").equals(event.path("id")))
                            .map(one -> one.body().path("state_name").asText()))
                    .containsSubsequence("INITIALIZED", "BUILDING", "COMPLETE");
        }
    }

    private static Map<String, String> states(JsonNode event) {
        Map<String, String> states = new TreeMap<>();
        event.path("builds")
                .forEach(build -> states.put(
                        build.path("name").asText(), build.path("state_name").asText()));
        return states;
    }

    private static String reason(JsonNode event, String name) {
        for (JsonNode build : event.path("builds")) {
            if (build.path("name").asText().equals(name))
                return build.path("state_reason").asText();
        }
        throw new AssertionError("No build of " + name);
    }
}
