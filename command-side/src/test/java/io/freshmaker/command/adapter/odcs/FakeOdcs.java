package io.freshmaker.command.adapter.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.Compose.State;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An ODCS in memory, behind HTTP. */
final class FakeOdcs implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TYPES = List.of("", "tag", "module", "repo", "pulp", "raw_config", "build");

    private final StubServer server = new StubServer();
    private final Map<Long, ObjectNode> composes = new TreeMap<>(Comparator.reverseOrder());

    FakeOdcs() {
        server.otherwise(this::answer);
    }

    StubServer server() {
        return server;
    }

    URI url() {
        return server.url("/");
    }

    synchronized void becomes(long number, State state) {
        compose(number)
                .put("state", state.ordinal())
                .put("state_name", state.name().toLowerCase(Locale.ROOT));
    }

    /** Further fields may be set on what is returned. */
    synchronized ObjectNode compose(long number) {
        return Objects.requireNonNull(composes.get(number));
    }

    /** How many there are, whatever became of them. */
    synchronized int size() {
        return composes.size();
    }

    synchronized ObjectNode make(JsonNode wanted) {
        JsonNode source = wanted.path("source");
        ObjectNode made = JSON.createObjectNode();
        long number = composes.size() + 1L;
        made.put("id", number)
                .put("owner", "freshmaker")
                .put("source", source.path("source").asText());
        made.put("source_type", TYPES.indexOf(source.path("type").asText()));
        made.put("packages", joined(source.path("packages"))).put("builds", joined(source.path("builds")));
        made.put("sigkeys", joined(source.path("sigkeys")));
        made.put("arches", wanted.has("arches") ? joined(wanted.path("arches")) : "x86_64 ppc64le");
        made.set("flags", wanted.has("flags") ? wanted.path("flags") : JSON.createArrayNode());
        made.put("state_reason", "").putNull("time_removed").put("time_to_expire", "2099-01-01T00:00:00Z");
        composes.put(number, made);
        becomes(number, State.WAIT);
        return made;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized void answer(Half request, HttpExchange exchange) throws IOException {
        URI uri = URI.create(request.start().split(" ")[1]);
        String id = uri.getPath().replaceFirst("^/api/1/composes/", "");
        switch (request.start().split(" ")[0]) {
            case "POST" -> say(exchange, 200, make(JSON.readTree(request.body())));
            case "PATCH" -> renew(exchange, Long.parseLong(id));
            default -> {
                if (id.isEmpty()) say(exchange, 200, page(query(uri)));
                else one(exchange, Long.parseLong(id), "No such compose found.");
            }
        }
    }

    private void renew(HttpExchange exchange, long id) throws IOException {
        ObjectNode old = composes.get(id);
        if (old == null || old.path("state").asInt() <= State.DONE.ordinal()) {
            boolean there = old != null && old.path("state").asInt() == State.DONE.ordinal();
            one(exchange, there ? id : 0, "No compose with id %d found".formatted(id));
            return;
        }
        ObjectNode made = old.deepCopy().put("id", composes.size() + 1L);
        composes.put(made.path("id").asLong(), made);
        becomes(made.path("id").asLong(), State.WAIT);
        say(exchange, 200, made);
    }

    private void one(HttpExchange exchange, long id, String unknown) throws IOException {
        ObjectNode found = composes.get(id);
        ObjectNode error = JSON.createObjectNode()
                .put("error", "Not Found")
                .put("message", unknown)
                .put("status", 404);
        say(exchange, found == null ? 404 : 200, found == null ? error : found);
    }

    private ObjectNode page(Map<String, String> query) {
        List<ObjectNode> found = composes.values().stream()
                .filter(one -> List.of("state", "source_type", "source", "owner").stream()
                        .allMatch(field -> !query.containsKey(field)
                                || query.get(field).equals(one.path(field).asText())))
                .toList();
        int size = Integer.parseInt(query.getOrDefault("per_page", "10"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        found.stream().skip((page - 1L) * size).limit(size).forEach(items::add);
        answer.putObject("meta").put("next", found.size() > page * size ? "http://elsewhere.example/" : null);
        return answer;
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String part : uri.getRawQuery().split("&")) {
            String[] parts = part.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static String joined(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
    }

    private static void say(HttpExchange exchange, int status, ObjectNode json) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
