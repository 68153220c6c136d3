package io.freshmaker.command.adapter.lightblue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lightblue's REST API (spec §9.6). Needs {@code freshmaker.lightblue.server-url}. */
final class LightblueApi {

    static final String SYSTEM = "lightblue";
    static final String REPOSITORY = "containerRepository";
    static final String IMAGE = "containerImage";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TITLE = Pattern.compile("(?is)<title>\\s*(.{1,200}?)\\s*</title>");

    private final Http http;
    private final LightblueSettings settings;

    LightblueApi(Http http, LightblueSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    List<JsonNode> repositories(Map<String, Object> query) {
        return find(REPOSITORY, settings.repositoryVersion(), query, Projection.REPOSITORY);
    }

    List<JsonNode> images(Map<String, Object> query, List<Map<String, Object>> projection) {
        return find(IMAGE, settings.imageVersion(), query, projection);
    }

    /** @param version of the entity; empty: the one that Lightblue takes by itself */
    private List<JsonNode> find(
            String entity, String version, Map<String, Object> query, List<Map<String, Object>> projection) {
        Map<String, Object> body = Map.of("objectType", entity, "query", query, "projection", projection);
        HttpRequest.Builder request = HttpRequest.newBuilder(url(version.isEmpty() ? entity : entity + "/" + version))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(json(body)));
        return http.ask(entity, request, answer -> read(entity, answer));
    }

    private static List<JsonNode> read(String entity, Answer answer) {
        if (answer.status() != 200) throw denied(entity, answer);
        JsonNode said = JsonAnswers.object(SYSTEM, entity, answer);
        if (!said.path("status").asText("COMPLETE").equals("COMPLETE")) {
            throw new Unavailable("lightblue could not answer everything (%s): %s".formatted(entity, messages(said)));
        }
        JsonNode processed = said.path("processed");
        if (!processed.isArray()) {
            throw new Unavailable("lightblue answered something strange (%s): nothing processed".formatted(entity));
        }
        List<JsonNode> found = new ArrayList<>();
        processed.forEach(found::add);
        return found;
    }

    private static RuntimeException denied(String entity, Answer answer) {
        boolean itself = JsonAnswers.isObject(answer);
        String text = "lightblue answered %d (%s): %s"
                .formatted(
                        answer.status(),
                        entity,
                        itself ? messages(JsonAnswers.object(SYSTEM, entity, answer)) : title(answer));
        return itself && answer.status() == 400 ? new Refused(text) : new Unavailable(text);
    }

    private static String messages(JsonNode said) {
        List<String> messages = new ArrayList<>();
        said.path("errors")
                .forEach(error -> messages.add((error.path("errorCode").asText() + " "
                                + error.path("msg").asText())
                        .strip()));
        return messages.isEmpty() ? "no message" : String.join("; ", messages);
    }

    /** Of the page that a server in front of Lightblue has for people. */
    private static String title(Answer answer) {
        Matcher title = TITLE.matcher(answer.text());
        return title.find() ? title.group(1) : answer.beginning();
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI url(String path) {
        URI server = settings.serverUrl();
        if (server == null) {
            throw new Refused("Lightblue cannot be asked: the setting freshmaker.lightblue.server-url is missing");
        }
        return URI.create(server.toString().replaceAll("/+$", "") + "/rest/data/find/" + path);
    }
}
