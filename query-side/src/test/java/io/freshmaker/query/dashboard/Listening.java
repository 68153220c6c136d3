package io.freshmaker.query.dashboard;

import static org.awaitility.Awaitility.await;

import io.freshmaker.query.testing.Api;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that hears what changes, without a browser. */
final class Listening implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final CompletableFuture<Void> over;

    /** A message; {@code data} is its JSON. */
    record Heard(long position, String name, JsonNode data) {}

    Listening(Api api, int event, String... headers) {
        over = client.sendAsync(
                        api.request("/api/3/events/" + event + "/live", headers).build(), BodyHandlers.ofLines())
                .thenApply(HttpResponse::body)
                .thenAcceptAsync(this::read);
    }

    Stream<JsonNode> changes() {
        return heard.stream().filter(message -> message.name.equals("change")).map(Heard::data);
    }

    /** Waits for a message of that name, and gives the first. */
    Heard first(String name) {
        await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(message -> message.name.equals(name)));
        return heard.stream()
                .filter(message -> message.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the other side has hung up. */
    void awaitOver() {
        await().atMost(PATIENCE).until(over::isDone);
    }

    private void read(Stream<String> lines) {
        Map<String, String> fields = new HashMap<>();
        lines.forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0)
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            if (!line.isEmpty() || !fields.containsKey("id")) return;
            heard.add(new Heard(
                    Long.parseLong(fields.getOrDefault("id", "0")),
                    fields.getOrDefault("event", ""),
                    JSON.readTree(fields.getOrDefault("data", "{}"))));
            fields.clear();
        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
