package io.freshmaker.command.adapter.mbs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Module Build Service in memory, behind HTTP: takes builds, which end when the test says so, and lists them. */
public final class FakeMbs implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STATES = List.of("init", "wait", "build", "done", "failed", "ready", "garbage");
    private static final Pattern SCMURL = Pattern.compile(".*/modules/([^/?]+?)(?:\\.git)?\\?#([0-9a-f]+)");

    private final StubServer server = new StubServer();
    private final Map<Long, ObjectNode> builds = new ConcurrentHashMap<>();
    private final AtomicInteger answersToLose = new AtomicInteger();
    private volatile List<String> contexts = List.of("c0ffee00");
    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");

    public FakeMbs() {
        server.otherwise(this::answer);
    }

    public URI url() {
        return server.url("");
    }

    /** Everything that it was asked; faults may be put before its own answers here. */
    public StubServer server() {
        return server;
    }

    /** The next builds are taken, but whoever asked never hears of it. */
    public void loseAnswers(int number) {
        answersToLose.set(number);
    }

    /** What every further build is made for; each is a build of its own. */
    public void contexts(String... names) {
        contexts = List.of(names);
    }

    public void at(Instant time) {
        now = time;
    }

    /** All builds, the first first. */
    public List<JsonNode> builds() {
        return builds.values().stream()
                .sorted(Comparator.comparingLong(build -> build.path("id").asLong()))
                .<JsonNode>map(build -> build)
                .toList();
    }

    /** A build as it came from somewhere else; further fields may be set on what is returned. */
    public synchronized ObjectNode add(String name, String stream, String state) {
        ObjectNode build = JSON.createObjectNode();
        build.put("id", builds.size() + 1);
        build.put("name", name).put("stream", stream).put("version", "20260101000000");
        build.put("context", "c0ffee00").put("owner", "freshmaker").put("scratch", false);
        build.put("scmurl", "").putNull("state_reason");
        build.put("time_submitted", now.toString()).putNull("time_completed");
        build.putArray("siblings");
        build.putArray("state_trace");
        build.putObject("buildrequires");
        builds.put(build.path("id").asLong(), build);
        becomes(build.path("id").asText(), state, null);
        return build;
    }

    public void becomes(String id, String state, @Nullable String reason) {
        ObjectNode build = Objects.requireNonNull(builds.get(Long.valueOf(id)));
        build.put("state", STATES.indexOf(state)).put("state_name", state).put("state_reason", reason);
        build.put("time_modified", now.toString());
        build.withArray("state_trace")
                .addObject()
                .put("state", STATES.indexOf(state))
                .put("time", now.toString());
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(Half request, HttpExchange exchange) throws IOException {
        String[] line = request.start().split(" ");
        URI uri = URI.create(line[1]);
        String id = uri.getPath().replaceFirst("/module-build-service/1/module-builds/", "");
        switch (line[0]) {
            case "GET" -> reply(exchange, id.isEmpty() ? list(uri) : one(id));
            case "POST" -> reply(exchange, submit(JSON.readTree(request.body())));
            case "PATCH" -> reply(exchange, cancel(id));
            default -> reply(exchange, error(405, "no such method"));
        }
    }

    private void reply(HttpExchange exchange, ObjectNode answer) throws IOException {
        int status = answer.path("status").asInt(200);
        if (status == 201 && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("The answer is lost");
        }
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private ObjectNode one(String id) {
        ObjectNode build = builds.get(Long.valueOf(id));
        return build == null ? error(404, "No such module found.") : build.deepCopy();
    }

    private synchronized ObjectNode submit(JsonNode asked) {
        Matcher scmurl = SCMURL.matcher(asked.path("scmurl").asText());
        if (!asked.has("scmurl") || !asked.has("branch")) return error(400, "Missing branch");
        if (!scmurl.matches()) return error(422, "Failed to clone");
        List<ObjectNode> before = builds.values().stream()
                .filter(build -> build.path("scmurl").asText().endsWith("#" + scmurl.group(2)))
                .toList();
        if (before.stream().anyMatch(build -> build.path("state").asInt() != STATES.indexOf("failed"))) {
            return error(409, "Module (state=0) already exists.");
        }
        before.forEach(build -> becomes(build.path("id").asText(), "init", null)); // taken up again
        List<ObjectNode> taken = before.isEmpty() ? taken(scmurl.group(1), asked) : before;
        return taken.getFirst().deepCopy().put("status", 201);
    }

    private List<ObjectNode> taken(String name, JsonNode asked) {
        List<ObjectNode> taken = new ArrayList<>();
        for (String context : contexts) {
            ObjectNode build = add(name, asked.path("branch").asText(), "init");
            taken.add(build.put("context", context)
                    .put("scmurl", asked.path("scmurl").asText()));
        }
        for (ObjectNode build : taken) {
            taken.stream()
                    .filter(other -> other != build)
                    .forEach(other ->
                            build.withArray("siblings").add(other.path("id").asLong()));
        }
        return taken;
    }

    private ObjectNode cancel(String id) {
        ObjectNode build = builds.get(Long.valueOf(id));
        if (build == null) return error(404, "No such module found.");
        if (build.path("state").asInt() > 2) return error(400, "To cancel a module build, it must be in …");
        becomes(id, "failed", "Canceled by freshmaker.");
        return build.deepCopy();
    }

    private ObjectNode list(URI uri) {
        Map<String, List<String>> query = query(uri);
        List<JsonNode> found = builds().reversed().stream()
                .filter(build -> Stream.of("name", "stream", "owner")
                        .allMatch(field -> !query.containsKey(field)
                                || query.getOrDefault(field, List.of())
                                        .contains(build.path(field).asText())))
                .filter(build -> !query.containsKey("state")
                        || query.getOrDefault("state", List.of())
                                .contains(build.path("state_name").asText()))
                .filter(build -> !Instant.parse(build.path("time_modified").asText())
                        .isBefore(Instant.parse(query.getOrDefault("modified_after", List.of("1970-01-01T00:00:00Z"))
                                .getFirst())))
                .toList();
        int size =
                Integer.parseInt(query.getOrDefault("per_page", List.of("10")).getFirst());
        int page = Integer.parseInt(query.getOrDefault("page", List.of("1")).getFirst());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        found.stream().skip((page - 1L) * size).limit(size).forEach(items::add);
        ObjectNode meta = answer.putObject("meta").put("page", page).put("total", found.size());
        meta.put("next", found.size() > page * size ? "http://elsewhere.example/?page=" + (page + 1) : null);
        return answer;
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

    private static ObjectNode error(int status, String message) {
        return JSON.createObjectNode()
                .put("error", "No")
                .put("message", message)
                .put("status", status);
    }
}
