package io.freshmaker.command.adapter.pdc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.KnownModule;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A Product Definition Center in memory, behind HTTP: modules, containers, and which RPMs those include. */
final class FakePdc implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StubServer server = new StubServer();
    private final List<ObjectNode> modules = new ArrayList<>();
    private final List<ObjectNode> relationships = new ArrayList<>();
    private final Map<String, ObjectNode> components = new HashMap<>();

    FakePdc() {
        server.otherwise(this::answer);
    }

    StubServer server() {
        return server;
    }

    URI url() {
        return server.url("/rest_api/v1");
    }

    /** Further fields may be set on what is returned; its components are hidden ones. */
    ObjectNode module(KnownModule module, Component... parts) {
        ObjectNode json = JSON.createObjectNode();
        json.put("uid", module.name() + ":" + module.stream() + ":" + module.version() + ":c0ffee00");
        json.put("name", module.name()).put("stream", module.stream()).put("version", module.version());
        json.put("active", true);
        ArrayNode requires = json.putArray("build_deps");
        module.buildRequires()
                .forEach(one ->
                        requires.addObject().put("dependency", one.name()).put("stream", one.stream()));
        ArrayNode rpms = json.putArray("_components");
        for (Component part : parts) rpms.addObject().put("name", part.rpm()).put("branch", part.branch());
        modules.add(json);
        return json;
    }

    /** Further fields may be set on what is returned. */
    ObjectNode container(int id, String name, String branch, String... rpms) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", id).put("name", name).put("type", "container").put("dist_git_branch", branch);
        json.putObject("release").put("release_id", "fedora-25-updates").put("active", true);
        components.put(String.valueOf(id), json);
        for (String rpm : rpms) {
            ObjectNode relationship = JSON.createObjectNode().put("type", "ContainerIncludesRPM");
            relationship.putObject("from_component").put("id", id).put("name", name);
            relationship.putObject("to_component").put("id", 1).put("name", rpm);
            relationships.add(relationship);
        }
        return json;
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(Half request, HttpExchange exchange) throws IOException {
        URI uri = URI.create(request.start().split(" ")[1]);
        String path = uri.getPath().replaceFirst("/rest_api/v1/", "");
        switch (path) {
            case "modules/" -> reply(exchange, page(modules(query(uri)), query(uri)));
            case "release-component-relationships/" -> reply(exchange, page(relationships(query(uri)), query(uri)));
            default -> reply(exchange, components.get(path.replaceFirst("release-components/(.*)/", "$1")));
        }
    }

    private List<ObjectNode> modules(Map<String, List<String>> query) {
        return modules.stream()
                .filter(one -> is(query, "name", one) && is(query, "stream", one) && is(query, "active", one))
                .filter(one -> any(query, "component_name", one, "_components", "name"))
                .filter(one -> any(query, "component_branch", one, "_components", "branch"))
                .filter(one -> any(query, "build_dep_name", one, "build_deps", "dependency"))
                .filter(one -> any(query, "build_dep_stream", one, "build_deps", "stream"))
                .sorted(Comparator.<ObjectNode, String>comparing(
                                one -> one.path("version").asText())
                        .reversed())
                .toList();
    }

    private List<ObjectNode> relationships(Map<String, List<String>> query) {
        return relationships.stream()
                .filter(one -> is(query, "type", one))
                .filter(one -> values(query, "to_component_name")
                        .contains(one.path("to_component").path("name").asText()))
                .toList();
    }

    private static List<String> values(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of());
    }

    private static boolean is(Map<String, List<String>> query, String field, JsonNode one) {
        return !query.containsKey(field)
                || values(query, field).contains(one.path(field).asText());
    }

    private static boolean any(Map<String, List<String>> query, String name, JsonNode one, String list, String field) {
        Predicate<JsonNode> wanted =
                item -> values(query, name).contains(item.path(field).asText());
        return !query.containsKey(name) || one.path(list).valueStream().anyMatch(wanted);
    }

    private static ObjectNode page(List<ObjectNode> found, Map<String, List<String>> query) {
        int size = Integer.parseInt(values(query, "page_size").getFirst());
        int page = Integer.parseInt(query.getOrDefault("page", List.of("1")).getFirst());
        ObjectNode answer = JSON.createObjectNode().put("count", found.size());
        ArrayNode results = answer.putArray("results");
        found.stream().skip((page - 1L) * size).limit(size).forEach(results::add);
        return answer.put("next", found.size() > page * size ? "http://elsewhere.example/?page=" + (page + 1) : null);
    }

    private static Map<String, List<String>> query(URI uri) {
        Map<String, List<String>> query = new HashMap<>();
        for (String part : uri.getRawQuery().split("&")) {
            String[] parts = part.split("=", 2);
            query.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void reply(HttpExchange exchange, @Nullable ObjectNode answer) throws IOException {
        ObjectNode said = answer == null ? JSON.createObjectNode().put("detail", "Not found.") : answer;
        byte[] body = JSON.writeValueAsBytes(said);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
    }
}
