package io.freshmaker.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RebuildTreeTest {

    private static final String GRAPH = """
        {"event": {"id": 1, "state_name": "BUILDING", "event_type_id": 5, "search_key": "FEDORA-1", "state_reason": "Rebuilding."},
         "nodes": [
          {"id": 1, "type": "IMAGE", "name": "base", "original_nvr": "base-1-1", "rebuilt_nvr": "base-1-2", "state": "DONE", "text": "It contains a."},
          {"id": 2, "type": "IMAGE", "name": "tools", "original_nvr": "tools-1-1", "rebuilt_nvr": null, "state": "BUILD", "text": "Parent."},
          {"id": 3, "type": "IMAGE", "name": "app", "original_nvr": "app-1-1", "state": "PLANNED", "text": "Parents."},
          {"id": 4, "type": "MODULE", "name": "testmodule", "original_nvr": "", "state": "BUILD", "text": "Component."}],
         "edges": [{"from": 1, "to": 2}, {"from": 1, "to": 3}, {"from": 2, "to": 3}],
         "declined": [{"type": "IMAGE", "name": "legacy", "original_nvr": "legacy-1-1", "text": "Blocked."}]}
        """;

    @Test
    void each_build_stands_below_what_it_is_built_from_with_its_reason() {
        assertThat(RebuildTree.of(json(GRAPH)).lines())
                .containsExactly(
                        "Event 1 BUILDING (BodhiUpdateCompleteStableEvent, FEDORA-1): Rebuilding.",
                        "├─ DONE      image base-1-1 → base-1-2: It contains a.",
                        "│  ├─ BUILD     image tools-1-1: Parent.",
                        "│  │  └─ PLANNED   image app-1-1: Parents.",
                        "│  └─ image app-1-1 (see above)",
                        "└─ BUILD     module testmodule: Component.",
                        "- image legacy-1-1 declined: Blocked.");
    }

    @Test
    void a_control_character_never_reaches_the_terminal() {
        String evil = GRAPH.replace("Blocked.", "Blocked.\\u001b[2J\\n");
        assertThat(RebuildTree.of(json(evil)).lines())
                .allMatch(line -> line.chars().allMatch(c -> c >= ' '));
    }

    @Test
    void without_a_terminal_each_line_is_printed_once() {
        StringWriter printed = new StringWriter();
        Screen screen = Screen.plain(new PrintWriter(printed, true));
        screen.show(List.of("a planned", "b planned"));
        screen.show(List.of("a done", "b planned"));
        screen.show(List.of("a done", "b planned"));
        assertThat(printed.toString().lines()).containsExactly("a planned", "b planned", "a done");
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
