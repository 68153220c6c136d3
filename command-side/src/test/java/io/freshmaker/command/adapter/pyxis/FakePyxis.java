package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.freshmaker.command.metadata.ImageJson;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.ListedRepository;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Pyxis in memory, behind HTTP: repositories and images, by GraphQL and REST. Images were published in the order of coming. */
public final class FakePyxis implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD = Pattern.compile("\\{\\s*(\\w+)\\(");
    private static final Pattern PARENTS = Pattern.compile("parent_brew_build=in=\\((.*)\\)");

    private final StubServer server = new StubServer();
    private final List<ObjectNode> repositories = new ArrayList<>();
    private final List<ObjectNode> images = new ArrayList<>();
    private final FakePyxisBundles bundles = new FakePyxisBundles();
    private volatile int atMost = Integer.MAX_VALUE;

    public FakePyxis() {
        server.otherwise(this::answer);
    }

    StubServer server() {
        return server;
    }

    public URI graphQl() {
        return server.url("/graphql/");
    }

    /** What its REST API lies under. */
    public URI rest() {
        return server.url("/");
    }

    /** What it knows of bundles. */
    public FakePyxisBundles bundles() {
        return bundles;
    }

    /** The names of what it was asked by GraphQL. */
    List<String> asked() {
        return server.requests().stream()
                .filter(one -> one.start().startsWith("POST"))
                .map(FakePyxis::field)
                .toList();
    }

    static String field(Half request) {
        Matcher field = FIELD.matcher(parsed(request).path("query").asText());
        if (!field.find()) throw new IllegalArgumentException(request.text());
        return field.group(1);
    }

    static JsonNode variables(Half request) {
        return parsed(request).path("variables");
    }

    /** More repositories at once take it too long. */
    FakePyxis slowAbove(int repositories) {
        atMost = repositories;
        return this;
    }

    public FakePyxis with(ImageRepository repository) {
        return with(new ListedRepository(repository, true));
    }

    FakePyxis with(ListedRepository repository) {
        repositories.add(ImageJson.repository(repository).put("vendor_label", "redhat"));
        return this;
    }

    /** Further fields may be set on what is returned. */
    public List<ObjectNode> with(ImageRecord image) {
        List<ObjectNode> records = new ArrayList<>();
        for (ImageJson.Told told : ImageJson.images(image)) {
            ObjectNode manifest = told.json().putObject("edges").putObject("rpm_manifest");
            if (told.rpms() == null) {
                manifest.putObject("error").put("status", 404).put("detail", "no manifest");
                manifest.putNull("data");
            } else {
                manifest.putNull("error");
                manifest.putObject("data").set("rpms", told.rpms());
            }
            records.add(told.json());
        }
        images.addAll(records);
        return records;
    }

    @Override
    public void close() {
        server.close();
    }

    void answer(Half request, HttpExchange exchange) throws IOException {
        String path = request.start().split(" ")[1];
        JsonNode answer = FakePyxisBundles.knows(path)
                ? bundles.answer(path)
                : path.startsWith("/v1/images") ? children(URI.create(path)) : graphQl(request);
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("trace_id", "trace-4711");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private JsonNode graphQl(Half request) {
        String field = field(request);
        JsonNode variables = variables(request);
        ObjectNode answer = switch (field) {
            case "find_repositories" -> page(matching(repositories, variables.path("filter")), variables);
            case "get_repository_by_registry_path" -> repository(variables);
            case "find_images_by_nvr" ->
                page(
                        images.stream()
                                .filter(one -> one.path("brew").path("build").equals(variables.path("nvr")))
                                .toList(),
                        variables);
            default -> images(variables);
        };
        if (!parsed(request).path("query").asText().contains("total")) answer.remove("total");
        ObjectNode all = JSON.createObjectNode();
        all.putObject("data").set(field, answer);
        return all;
    }

    private ObjectNode images(JsonNode variables) {
        JsonNode names = variables
                .findPath("repositories_elemMatch")
                .findPath("repository")
                .path("in");
        if (names.size() > atMost) {
            return error(500, "Pyxis API was unable to fetch data from MongoDB in time");
        }
        List<ObjectNode> found = matching(images, variables.path("filter"));
        return page(variables.has("sort_by") ? found.reversed() : found, variables);
    }

    private ObjectNode repository(JsonNode variables) {
        return repositories.stream()
                .filter(one -> one.path("registry").equals(variables.path("registry"))
                        && one.path("repository").equals(variables.path("repository")))
                .findFirst()
                .map(one -> JSON.createObjectNode().putNull("error").<ObjectNode>set("data", one))
                .orElseGet(() -> error(404, "not found"));
    }

    private static ObjectNode error(int status, String detail) {
        ObjectNode answer = JSON.createObjectNode().putNull("data");
        answer.putObject("error").put("status", status).put("detail", detail);
        return answer;
    }

    private JsonNode children(URI uri) {
        String query = URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8);
        Matcher parents = PARENTS.matcher(query);
        if (!parents.find()) throw new IllegalArgumentException(query);
        Set<String> wanted =
                Set.copyOf(Arrays.asList(parents.group(1).replace("\"", "").split(",")));
        int size = number(query, "page_size");
        ArrayNode data = JSON.createArrayNode();
        images.stream()
                .filter(one -> wanted.contains(one.path("parent_brew_build").asText()))
                .skip((long) size * number(query, "page"))
                .limit(size)
                .forEach(one -> data.add(one.deepCopy().without("edges")));
        return JSON.createObjectNode().set("data", data);
    }

    private static int number(String query, String name) {
        Matcher number = Pattern.compile("&" + name + "=(\\d+)").matcher(query);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static ObjectNode page(List<ObjectNode> found, JsonNode variables) {
        int size = variables.path("page_size").asInt();
        int page = variables.path("page").asInt();
        ObjectNode answer = JSON.createObjectNode().putNull("error");
        answer.put("page", page).put("page_size", size).put("total", found.size());
        ArrayNode data = answer.putArray("data");
        found.stream().skip((long) page * size).limit(size).forEach(data::add);
        return answer;
    }

    private static List<ObjectNode> matching(List<ObjectNode> all, JsonNode filter) {
        return all.stream().filter(one -> matches(one, filter)).toList();
    }

    /** As MongoDB would. */
    private static boolean matches(JsonNode value, JsonNode filter) {
        return filter.propertyStream().allMatch(condition -> {
            JsonNode wanted = condition.getValue();
            String name = condition.getKey();
            return switch (name) {
                case "and" -> wanted.valueStream().allMatch(each -> matches(value, each));
                case "eq" -> any(value, wanted::equals);
                case "in" -> any(value, one -> wanted.valueStream().anyMatch(one::equals));
                case "regex" ->
                    Pattern.compile(wanted.asText()).matcher(value.asText()).find();
                default ->
                    name.endsWith("_elemMatch")
                            ? value.path(name.replace("_elemMatch", ""))
                                    .valueStream()
                                    .anyMatch(one -> matches(one, wanted))
                            : matches(value.path(name), wanted);
            };
        });
    }

    private static boolean any(JsonNode value, Predicate<JsonNode> wanted) {
        return value.isArray() ? value.valueStream().anyMatch(wanted) : wanted.test(value);
    }

    private static JsonNode parsed(Half request) {
        try {
            return JSON.readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
