package io.freshmaker.command.adapter.lightblue;

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
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Lightblue in memory, behind HTTP. It answers as its query language says, and with whole documents. */
final class FakeLightblue implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StubServer server = new StubServer();
    private final List<ObjectNode> repositories = new ArrayList<>();
    private final List<ObjectNode> images = new ArrayList<>();

    FakeLightblue() {
        server.otherwise(this::answer);
    }

    StubServer server() {
        return server;
    }

    URI url() {
        return server.url("");
    }

    /** The paths that were asked, without what they all begin with. */
    List<String> asked() {
        return server.requests().stream()
                .map(one -> one.start().split(" ")[1].replace("/rest/data/find/", ""))
                .toList();
    }

    FakeLightblue with(ImageRepository repository) {
        return with(new ListedRepository(repository, true));
    }

    FakeLightblue with(ListedRepository repository) {
        repositories.add(ImageJson.repository(repository).put("vendorLabel", "redhat"));
        return this;
    }

    /** Further fields may be set on what is returned. */
    List<ObjectNode> with(ImageRecord image, String... layers) {
        List<ObjectNode> records = new ArrayList<>();
        for (ImageJson.Told told : ImageJson.images(image)) {
            ArrayNode manifests = told.json().putArray("rpm_manifest");
            if (told.rpms() != null) manifests.addObject().set("rpms", told.rpms());
            ArrayNode stack = told.json().withObject("parsed_data").putArray("layers");
            Arrays.stream(layers).forEach(stack::add);
            records.add(told.json());
        }
        images.addAll(records);
        return records;
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(Half request, HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(request.body());
        List<ObjectNode> all = switch (body.path("objectType").asText()) {
            case "containerRepository" -> repositories;
            case "containerImage" -> images;
            default -> throw new IOException("No such entity");
        };
        ObjectNode answer = JSON.createObjectNode().put("status", "COMPLETE");
        ArrayNode processed = answer.putArray("processed");
        all.stream().filter(one -> matches(one, body.path("query"))).forEach(processed::add);
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static boolean matches(JsonNode document, JsonNode query) {
        if (query.has("$and")) return query.path("$and").valueStream().allMatch(each -> matches(document, each));
        if (query.has("$or")) return query.path("$or").valueStream().anyMatch(each -> matches(document, each));
        String field = query.path("field").asText();
        if (field.endsWith("#"))
            return sizes(document, field)
                    .anyMatch(size -> size == query.path("rvalue").asInt());
        Stream<JsonNode> values = values(document, field);
        if (query.has("regex")) {
            Pattern regex = Pattern.compile(query.path("regex").asText());
            return values.anyMatch(value -> regex.matcher(value.asText()).find());
        }
        return switch (query.path("op").asText()) {
            case "=" -> values.anyMatch(query.path("rvalue")::equals);
            case "$in" ->
                values.anyMatch(value -> query.path("values").valueStream().anyMatch(value::equals));
            default -> throw new IllegalArgumentException(query.toString());
        };
    }

    private static Stream<Integer> sizes(JsonNode document, String field) {
        return values(document, field.substring(0, field.length() - 1)).map(JsonNode::size);
    }

    private static Stream<JsonNode> values(JsonNode document, String path) {
        Stream<JsonNode> at = Stream.of(document);
        for (String step : path.split("\\.")) {
            at = step.equals("*") ? at.flatMap(JsonNode::valueStream) : at.map(one -> one.path(step));
        }
        return at;
    }
}
