package io.freshmaker.standalone.smoke;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.standalone.failure.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Freshmaker in a process of its own that can be killed and started again, always with the same options. */
final class StartedHouse implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private final int amqpPort = Ports.free();
    private final Path folder;
    private final List<String> options;
    private final Path output;
    private @Nullable Process process;

    /** @param further options besides ports and data folder */
    StartedHouse(Path folder, List<String> further) {
        this.folder = folder;
        output = folder.resolve("output");
        options = new ArrayList<>(List.of("start", "--port=" + port, "--amqp-port=" + amqpPort, "--data=" + data()));
        options.addAll(further);
    }

    /** Returns when it says that it is ready, and how long that took. */
    Duration start() throws IOException {
        long begun = System.nanoTime();
        Files.writeString(output, "");
        Process starting = Launcher.start(options, output);
        process = starting;
        await().atMost(PATIENCE).until(() -> !starting.isAlive() || says("Freshmaker is ready: "));
        if (!starting.isAlive()) throw new IllegalStateException("It did not start: " + Files.readString(output));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    boolean says(String words) throws IOException {
        return Files.readString(output).contains(words);
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        if (process == null) return;
        process.destroyForcibly().waitFor();
    }

    Path data() {
        return folder.resolve("data");
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    String amqpUrl() {
        return "amqp://guest:guest@127.0.0.1:" + amqpPort + "/";
    }

    JdbcClient sql() throws IOException {
        String postgres = Files.readString(data().resolve("postgres.port")).strip();
        return JdbcClient.create(
                new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:" + postgres + "/postgres", "postgres", ""));
    }

    /** The Event of a message, in the short form; missing when there is none yet. */
    JsonNode event(String messageId) throws IOException, InterruptedException {
        URI question = URI.create(url() + "api/2/events/?message_id=" + messageId);
        HttpRequest request =
                HttpRequest.newBuilder(question).timeout(Duration.ofSeconds(20)).build();
        return new ObjectMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body())
                .at("/items/0");
    }

    /** SIGTERM; returns when it has ended. */
    @Override
    public void close() {
        http.close();
        if (process == null) return;
        process.destroy();
        process.onExit().join();
    }
}
