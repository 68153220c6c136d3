package io.freshmaker.query.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Written as the original's command line asks the original: paths without a slash at the end where it leaves it out, redirects
 * followed, {@code meta.next} taken as it is until there is none. It knows nothing of ours.
 */
final class OriginalClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String server;

    OriginalClient(int port) {
        this.server = "http://127.0.0.1:" + port;
    }

    List<JsonNode> events(Map<String, String> filters) {
        return all("/api/2/events/", filters);
    }

    List<JsonNode> builds(Map<String, String> filters) {
        return all("/api/1/builds", filters);
    }

    JsonNode event(int id) {
        return get(server + "/api/1/events/" + id);
    }

    /** Each build under what it depends on, two blanks deeper. */
    String tree(int event) {
        List<JsonNode> builds = event(event).path("builds").valueStream().toList();
        StringBuilder tree = new StringBuilder();
        builds.stream().filter(build -> build.path("dep_on").isNull()).forEach(root -> draw(root, builds, "", tree));
        return tree.toString();
    }

    private static void draw(JsonNode build, List<JsonNode> all, String indent, StringBuilder tree) {
        tree.append(indent)
                .append(build.path("name").asString())
                .append(' ')
                .append(build.path("state_name").asString())
                .append('\n');
        all.stream()
                .filter(child -> child.path("dep_on")
                        .asString("")
                        .equals(build.path("name").asString()))
                .forEach(child -> draw(child, all, indent + "  ", tree));
    }

    private List<JsonNode> all(String path, Map<String, String> filters) {
        List<JsonNode> items = new ArrayList<>();
        String next = server + path + "?" + query(filters);
        while (next != null) {
            JsonNode page = get(next);
            page.path("items").forEach(items::add);
            next = page.path("meta").path("next").asString(null);
        }
        return items;
    }

    private static String query(Map<String, String> filters) {
        return filters.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode get(String url) {
        try {
            var answer = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new AssertionError(url + ": " + answer.statusCode());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
