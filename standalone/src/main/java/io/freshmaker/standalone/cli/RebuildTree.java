package io.freshmaker.standalone.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rebuild of an Event as lines: each build below one that it is built from, with state and reason; below it what was
 * declined and why. A build with several parents is shown in full below the first and named below the others.
 */
final class RebuildTree {

    private final JsonNode graph;
    private final Map<String, JsonNode> nodes = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> haveParents = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private RebuildTree(JsonNode graph) {
        this.graph = graph;
        graph.path("nodes").forEach(node -> nodes.put(key(node), node));
        graph.path("edges").forEach(edge -> {
            children.computeIfAbsent(Text.of(edge, "from"), from -> new ArrayList<>())
                    .add(Text.of(edge, "to"));
            haveParents.add(Text.of(edge, "to"));
        });
    }

    static RebuildTree of(JsonNode graph) {
        return new RebuildTree(graph);
    }

    /** @return one element for each line, without colours */
    List<String> lines() {
        lines.clear();
        shown.clear();
        lines.add(heading(graph.path("event")));
        List<String> roots =
                nodes.keySet().stream().filter(id -> !haveParents.contains(id)).toList();
        show(roots, "");
        graph.path("declined")
                .forEach(declined ->
                        lines.add("- %s declined: %s".formatted(artifact(declined), Text.of(declined, "text"))));
        return List.copyOf(lines);
    }

    /** One line for each build without its place and reason, so that a line changes only when the build does. */
    List<String> states() {
        return Stream.concat(
                        Stream.of(heading(graph.path("event"))),
                        nodes.values().stream()
                                .map(node ->
                                        "%-9s %s%s".formatted(Text.of(node, "state"), artifact(node), rebuilt(node))))
                .toList();
    }

    private static String heading(JsonNode event) {
        String reason = Text.of(event, "state_reason");
        return "Event %s %s (%s, %s)%s"
                .formatted(
                        Text.of(event, "id"),
                        Text.of(event, "state_name"),
                        EventTypes.name(event.path("event_type_id").asInt(-1)),
                        Text.of(event, "search_key"),
                        reason.isEmpty() ? "" : ": " + reason);
    }

    private void show(List<String> ids, String indent) {
        for (int i = 0; i < ids.size(); i++) {
            boolean last = i == ids.size() - 1;
            show(ids.get(i), indent + (last ? "└─ " : "├─ "), indent + (last ? "   " : "│  "));
        }
    }

    private void show(String id, String indent, String below) {
        JsonNode node = nodes.get(id);
        if (node == null) return;
        if (!shown.add(id)) {
            lines.add(indent + artifact(node) + " (see above)");
            return;
        }
        lines.add("%s%-9s %s%s: %s"
                .formatted(indent, Text.of(node, "state"), artifact(node), rebuilt(node), Text.of(node, "text")));
        show(children.getOrDefault(id, List.of()), below);
    }

    private static String artifact(JsonNode node) {
        return "%s %s"
                .formatted(Text.of(node, "type").toLowerCase(Locale.ROOT), Text.first(node, "original_nvr", "name"));
    }

    private static String rebuilt(JsonNode node) {
        String nvr = Text.of(node, "rebuilt_nvr");
        return nvr.isEmpty() ? "" : " → " + nvr;
    }

    /** In the moment before its builds are stored a node has no number. */
    private static String key(JsonNode node) {
        String id = Text.of(node, "id");
        return id.isEmpty() ? artifact(node) : id;
    }
}
