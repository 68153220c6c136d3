package io.freshmaker.query.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The description as the service gives it, and what it says of an answer. */
final class Document {

    private static final ObjectMapper JSON = new ObjectMapper(); // of the validator's Jackson
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;

    /** Something that can be asked: {@code GET /api/3/events/{id}}. */
    record Operation(String method, String path, JsonNode json) {

        List<JsonNode> parameters(String in) {
            return stream(json.path("parameters"))
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .toList();
        }

        /** Whether its answer does: one that is an event stream is as long as the reader listens. */
        boolean ends() {
            return !json.path("responses").path("200").path("content").has("text/event-stream");
        }

        boolean answers(int status) {
            return json.path("responses").has(String.valueOf(status));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Document(String text) {
        this.root = read(text);
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> all.add(
                                new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue()))));
        return all;
    }

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    Operation operation(String name) {
        return operations().stream()
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Fails if it does not answer so, or not as the description says. */
    void require(Operation operation, int status, HttpResponse<String> answer) {
        String asked = answer.request().method() + " " + answer.uri();
        assertThat(answer.statusCode()).as("%s: %s", asked, answer.body()).isEqualTo(status);
        assertThat(mistakes(operation, answer))
                .as("%s: %s", asked, answer.body())
                .isEmpty();
    }

    /** What is not as the description says; empty if all is. */
    List<String> mistakes(Operation operation, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("none").split(";")[0];
        return mistakes(operation, answer.statusCode(), type, answer.body());
    }

    List<String> mistakes(Operation operation, int status, String type, String text) {
        JsonNode documented = operation.json().path("responses").path(String.valueOf(status));
        if (documented.isMissingNode()) return List.of("It does not answer " + status);
        JsonNode content = documented.path("content").path(type);
        if (content.isMissingNode()) return List.of("It does not answer with " + type);
        JsonNode body = type.endsWith("json") ? read(text) : JSON.valueToTree(text);
        return FACTORY.getSchema(withComponents(content.path("schema")), CONFIG).validate(body).stream()
                .map(Object::toString)
                .toList();
    }

    /** No field may come that is not described. */
    private JsonNode withComponents(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        ObjectNode components = root.path("components").deepCopy();
        components.path("schemas").forEach(known -> {
            if (known.has("properties")) ((ObjectNode) known).put("additionalProperties", false);
        });
        return whole.set("components", components);
    }

    /** One that the schema allows; none for what only the service can give. */
    static String valueOf(String name, JsonNode schema) {
        if (Set.of("cursor", "seen").contains(name)) return "";
        if (name.equals("older_than")) return "app-container-1-1";
        JsonNode one = schema.has("items") ? schema.path("items") : schema;
        if (one.has("enum")) return one.path("enum").path(0).asText();
        if (one.path("format").asText().equals("date-time")) return "2026-08-01T10:00:00Z";
        return switch (one.path("type").asText()) {
            case "integer" -> "1";
            case "boolean" -> "true";
            default -> "text";
        };
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
