package io.freshmaker.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * How fast the page of a large rebuild is, in a browser, while the rebuild runs: drawn, answering a click, and behind what the
 * API says. The limits: the same page without scripts or questions, a paint of nothing, and one answer of the API.
 */
final class PageBenchmark implements Benchmark {

    private static final String LOAD = "load";
    private static final int BUILDS = 3_000;
    private static final int DRAWINGS = 7;
    private static final int CLICKS = 40;
    private static final int LOOKS = 300;
    private static final double MILLIS = 1e6;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String name() {
        return "page";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        int builds = scale.of(BUILDS);
        try (MeasuredHouse house = MeasuredHouse.open(new RandomCatalog().with(LOAD, builds));
                Chromium browser = Chromium.start();
                TemporaryFolder folder = TemporaryFolder.create()) {
            house.facts().untilActivated(house.update(LOAD));
            URI api = house.url();
            int event = newest(api).path("id").asInt();
            String page = api + "events/" + event;
            List<Metric> metrics = new ArrayList<>();
            metrics.addAll(behind(api, browser, page, builds));
            metrics.addAll(drawing(browser, page, folder.path(), builds));
            metrics.addAll(clicking(browser, builds));
            return metrics;
        }
    }

    private static List<Metric> drawing(Chromium browser, String page, Path folder, int builds) throws IOException {
        double drawn = worst(() -> browser.draw(page), DRAWINGS);
        Path still = Files.writeString(folder.resolve("still.html"), browser.asItStands());
        double limit = worst(() -> browser.draw(still.toUri().toString()), DRAWINGS);
        browser.draw(page);
        return List.of(new Metric("page_draw_worst_" + builds, drawn, "s", limit));
    }

    private static List<Metric> clicking(Chromium browser, int builds) {
        List<Double> clicks = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) {
            clicks.add(browser.click(i / (double) CLICKS));
            idle.add(browser.idle());
        }
        return List.of(new Metric("page_click_p95_" + builds, Percentile.p95(clicks), "ms", Percentile.p95(idle)));
    }

    /** While builds end one after the other, the page and the API are asked in turn how many are done. */
    private List<Metric> behind(URI api, Chromium browser, String page, int builds) throws Exception {
        browser.draw(page);
        NavigableMap<Integer, Long> firstSaid = new TreeMap<>();
        List<Double> behind = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            long asked = System.nanoTime();
            firstSaid.putIfAbsent(
                    newest(api).path("builds_summary").path("DONE").asInt(), System.nanoTime());
            answers.add((System.nanoTime() - asked) / MILLIS);
            long shownAt = System.nanoTime();
            var missing = firstSaid.higherEntry(browser.done());
            behind.add(missing == null ? 0 : (shownAt - missing.getValue()) / MILLIS);
        }
        if (firstSaid.size() < 2) throw new IllegalStateException("Nothing was built meanwhile");
        double most = behind.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return List.of(
                new Metric("page_behind_max_" + builds, most, "ms", Percentile.p95(answers)),
                new Metric("page_behind_p95_" + builds, Percentile.p95(behind), "ms", Percentile.p95(answers)));
    }

    private JsonNode newest(URI api) throws IOException, InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(api.resolve("api/2/events/?per_page=1")).build();
        return json.readTree(http.send(question, BodyHandlers.ofString()).body())
                .path("items")
                .path(0);
    }

    private static double worst(DoubleSupplier measured, int times) {
        double worst = 0;
        for (int i = 0; i < times; i++) worst = Math.max(worst, measured.getAsDouble());
        return worst;
    }
}
