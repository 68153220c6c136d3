package io.freshmaker.standalone.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of a running Freshmaker; every call ends within 15 seconds. What goes wrong is {@link CommandFailed}. */
final class Api {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Set<String> NEAR = Set.of("localhost", "127.0.0.1", "[::1]");

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final URI url;
    private final String token;

    Api(URI url) {
        this(url, "");
    }

    /** With a bearer token for writes, which is shown to nobody but over TLS and on this machine; empty: none. */
    Api(URI url, String token) {
        this.url = url;
        this.token = token.strip();
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    JsonNode post(String path, String body) {
        return send("POST", path, body);
    }

    JsonNode patch(String path, String body) {
        return send("PATCH", path, body);
    }

    /** For the end of a path: a question mark and what has a value. */
    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(url.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "application/json, application/problem+json")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!method.equals("GET") && !token.isEmpty()) asked.header("Authorization", "Bearer " + secret());
        HttpRequest request = asked.build();
        try {
            return answer(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException e) {
            throw new CommandFailed(
                    "Nothing answers at %s: start Freshmaker with './freshmaker start', or say where it is with --url."
                            .formatted(url),
                    e);
        } catch (IOException e) {
            throw new CommandFailed("No answer from %s: %s.".formatted(request.uri(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted.", e);
        }
    }

    private String secret() {
        boolean safe = "https".equals(url.getScheme()) || NEAR.contains(url.getHost());
        if (safe) return token;
        throw new CommandFailed("FRESHMAKER_TOKEN is sent to https addresses only, and %s is none.".formatted(url));
    }

    private JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new CommandFailed(refusal(response));
        }
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw new CommandFailed("The answer of %s is not JSON: is it a Freshmaker?".formatted(response.uri()), e);
        }
    }

    /** The original's errors have a message, ours a detail. */
    private String refusal(HttpResponse<String> response) {
        try {
            JsonNode body = json.readTree(response.body());
            String text = body.path("detail").asString(body.path("message").asString(""));
            if (!text.isBlank()) return text;
        } catch (JacksonException e) {
            // not from Freshmaker; its status is all that there is to say
        }
        return "%s answers with status %d.".formatted(response.uri(), response.statusCode());
    }
}
