package io.freshmaker.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the read models are made anew from a long history, each alone and all together, and what people notice of it who read
 * meanwhile.
 */
final class ReplayBenchmark implements Benchmark {

    private static final int FACTS = 200_000;
    private static final int IMAGES = 50;
    private static final int READS_PER_SECOND = 50;
    private static final Duration PERIOD = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final String FAMILY = "seed";
    private static final int SERVER_ERROR = 500;
    private static final String PROJECTIONS = "api/3/projections";
    private static final String ALL = "events";
    private static final List<String> EACH = List.of("event-view", "build-view", "plan-view");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        int wanted = scale.of(FACTS);
        try (MeasuredHouse house = MeasuredHouse.open(new RandomCatalog().with(FAMILY, IMAGES))) {
            house.facts().untilCompleted(house.update(FAMILY));
            double[] limit = new double[1];
            house.whileItSleeps(jdbcUrl -> {
                Multiplied history = new Multiplied(jdbcUrl);
                history.upTo(wanted);
                limit[0] = history.readPerSecond();
            });
            replaySeconds(house.url(), ALL); // the copies have no rows yet, and the house has just started
            return measure(house, wanted, limit[0]);
        }
    }

    private List<Metric> measure(MeasuredHouse house, int wanted, double limit) throws Exception {
        List<Metric> metrics = new ArrayList<>();
        double facts = new Multiplied(house.jdbcUrl()).facts();
        for (String projection : EACH) {
            String name = "facts_per_second_%s_%d".formatted(projection.replace('-', '_'), wanted);
            metrics.add(new Metric(name, facts / replaySeconds(house.url(), projection), "/s", limit));
        }
        double all = facts / replaySeconds(house.url(), ALL);
        metrics.add(new Metric("facts_per_second_all_" + wanted, all, "/s", limit));
        double usually = worstUsually(house.url());
        try (Readers readers = new Readers(house.url(), READS_PER_SECOND)) {
            double read = facts / replaySeconds(house.url(), ALL);
            metrics.add(new Metric("facts_per_second_all_with_readers_" + wanted, read, "/s", limit));
            metrics.add(new Metric("read_max_" + wanted, readers.worstSeconds(), "s", usually));
            metrics.add(new Metric("read_errors_count_" + wanted, readers.errors(), "", readers.asked()));
        }
        return metrics;
    }

    private double worstUsually(URI house) throws InterruptedException {
        try (Readers readers = new Readers(house, READS_PER_SECOND)) {
            Thread.sleep(QUIET);
            return readers.worstSeconds();
        }
    }

    /** From the request until it has read all. */
    private double replaySeconds(URI house, String projection) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        URI replay = house.resolve(PROJECTIONS + "/" + projection + "/replay");
        HttpRequest request = HttpRequest.newBuilder(replay)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) throw new IllegalStateException(replay + " answered " + answer.body());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isReplayed(house, projection)) {
            if (System.nanoTime() > end) throw new IllegalStateException("Not replayed in " + PATIENCE);
            Thread.sleep(PERIOD);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private boolean isReplayed(URI house, String projection) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(house.resolve(PROJECTIONS)).build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= SERVER_ERROR)
            return true; // that it is too busy to say so, its readers notice as well
        for (JsonNode one : json.readTree(answer.body())) {
            if (one.path("name").asText().equals(projection))
                return one.path("replaying").asBoolean();
        }
        throw new IllegalStateException("There is no projection %s: %s".formatted(projection, answer.body()));
    }
}
