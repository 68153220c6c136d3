package io.freshmaker.standalone.cli;

import com.rabbitmq.client.Connection;
import io.freshmaker.standalone.house.Examples;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Publishes the example message and shows its rebuild until it has ended. */
record Demo(URI url, Connection connection, PrintWriter out, Screen screen) {

    private static final Set<String> ENDS = Set.of("COMPLETE", "FAILED", "SKIPPED", "CANCELED");
    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final Duration LIMIT_TO_APPEAR = Duration.ofSeconds(30);

    void run() throws InterruptedException {
        Api api = new Api(url);
        String event = publish(api);
        JsonNode graph = api.get("/api/3/events/%s/graph".formatted(event));
        while (!ENDS.contains(Text.of(graph.path("event"), "state_name"))) {
            show(RebuildTree.of(graph));
            Thread.sleep(PERIOD);
            graph = api.get("/api/3/events/%s/graph".formatted(event));
        }
        show(RebuildTree.of(graph));
        if (!screen.isTerminal()) {
            out.println();
            RebuildTree.of(graph).lines().forEach(out::println);
        }
        sayWhereToLook(event);
    }

    private void show(RebuildTree tree) {
        screen.show(screen.isTerminal() ? tree.lines() : tree.states());
    }

    private String publish(Api api) throws InterruptedException {
        Path file = Examples.message();
        BusMessage message = BusMessage.readAfresh(file.toString(), content(file));
        out.println("Publishing %s with topic %s".formatted(file.getFileName(), message.topic()));
        out.flush();
        try (Bus bus = Bus.over(connection)) {
            bus.publish(message);
        }
        return event(api, message.id());
    }

    private static String event(Api api, String messageId) throws InterruptedException {
        String path = "/api/2/events/" + Api.query(Map.of("message_id", messageId));
        long end = System.nanoTime() + LIMIT_TO_APPEAR.toNanos();
        while (System.nanoTime() < end) {
            Optional<JsonNode> event = api.get(path).path("items").valueStream().findFirst();
            if (event.isPresent()) return Text.of(event.get(), "id");
            Thread.sleep(PERIOD);
        }
        throw new CommandFailed(
                "The demo's message has made no Event within %d s.".formatted(LIMIT_TO_APPEAR.toSeconds()));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailed("The demo's message %s cannot be read.".formatted(file), e);
        }
    }

    private void sayWhereToLook(String event) {
        String other = url.getPort() == 8080 ? "" : " --url " + url;
        out.println();
        out.println("Where to look next (this process stays up; Ctrl-C ends it):");
        new Table("  ./freshmaker event %s%s".formatted(event, other), "what was rebuilt, and why")
                .add("  ./freshmaker events" + other, "all Events")
                .add("  %sapi/3/events/%s/graph".formatted(url, event), "the same as JSON")
                .add("  %sapi/3/events/%s/history".formatted(url, event), "every stored fact")
                .lines()
                .forEach(out::println);
        out.flush();
    }
}
