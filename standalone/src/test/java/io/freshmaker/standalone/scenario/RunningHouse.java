package io.freshmaker.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.standalone.house.House;
import io.freshmaker.standalone.house.StartOptions;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.BusTap;
import io.freshmaker.standalone.world.Quiet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The real house in this process, as {@code ./freshmaker start} opens it, on free ports, with a client of its bus. */
public final class RunningHouse implements AutoCloseable {

    /** The queue that hears everything. */
    public static final String WITNESS = "witness";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> published = new HashSet<>();
    private final House house;
    private final BusTap bus;
    private final DataSource database;
    private final JdbcClient sql;

    private RunningHouse(House house) throws IOException {
        this.house = house;
        house.awaitReady();
        bus = new BusTap(house.busAddress(), WITNESS);
        String port = Files.readString(house.data().resolve("postgres.port")).strip();
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        database = new DriverManagerDataSource(url, "postgres", "");
        sql = JdbcClient.create(database);
    }

    /** @param buildSeconds how long a build takes */
    public static RunningHouse open(
            Path folder, String catalog, String rules, BuildJournal journal, double buildSeconds) throws IOException {
        return open(folder, catalog, rules, journal, buildSeconds, Map.of());
    }

    /** @param more settings that it has, too */
    static RunningHouse open(
            Path folder,
            String catalog,
            String rules,
            BuildJournal journal,
            double buildSeconds,
            Map<String, String> more)
            throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("logging.level.io.freshmaker", "warn");
        List<String> command = journal.command(buildSeconds);
        for (int i = 0; i < command.size(); i++) {
            settings.put("freshmaker.build.process.command[" + i + "]", command.get(i));
        }
        StartOptions options = StartOptions.anywhere(folder.resolve("data"))
                .with(
                        Files.writeString(folder.resolve("catalog.yml"), catalog),
                        Files.writeString(folder.resolve("rules.yml"), rules))
                .with(settings);
        return new RunningHouse(House.open(options));
    }

    public JdbcClient sql() {
        return sql;
    }

    public DataSource dataSource() {
        return database;
    }

    public BusTap bus() {
        return bus;
    }

    public List<String> published() {
        return List.copyOf(published);
    }

    public void publishAll(List<BusMessage> messages) {
        bus.publishAll(messages);
        messages.forEach(message -> published.add(message.id()));
    }

    /** These were published before it opened. */
    public void knowsPublished(Collection<String> ids) {
        published.addAll(ids);
    }

    public void publish(BusMessage message) {
        bus.publish(message);
        published.add(message.id());
    }

    /** Returns when nothing is left to do. */
    public void awaitQuiet() {
        Quiet quiet = new Quiet(sql);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(quiet.leftToDo(published.size()))
                        .as("left to do")
                        .isEmpty());
    }

    /** Waits until the Event of a message has ended in a state, as a client of the API would, and returns its JSON. */
    public JsonNode awaitEvent(BusMessage message, String state) {
        return awaitEvent(message.id(), state);
    }

    /** The same by the id of a message. */
    JsonNode awaitEvent(String messageId, String state) {
        String path = "/api/1/events/?message_id=" + messageId;
        await().atMost(PATIENCE)
                .until(() -> json(path).at("/items/0/state_name").asText().equals(state));
        return json("/api/1/events/" + json(path).at("/items/0/id").asInt());
    }

    public JsonNode json(String path) {
        try {
            return JSON.readTree(text(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer as it came. */
    String text(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    public void post(String path) {
        post(path, "{}");
    }

    public String post(String path, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public void patch(String path, String change) {
        send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change)));
    }

    @Override
    public void close() throws IOException {
        http.close();
        bus.close();
        house.close();
    }

    /** Where its API is. */
    URI url() {
        return house.url();
    }

    private URI at(String path) {
        return house.url().resolve(path);
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) throw new IllegalStateException(answer + ": " + answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
