package io.freshmaker.benchmarks;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.index.ImageIndex;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * How fast the own index of images answers "which images contain this package?", a page of fifty, for packages of any popularity.
 * The limit is what reading just the rows of the answer takes, by their names in the index of names.
 */
final class ImageIndexFigures implements AutoCloseable {

    private static final int PAGE = 50;
    private static final int QUESTIONS = 400;
    private static final int WARM_UP = 100;
    private static final int LESSON = 1_000;
    private static final int TOLD = 10_000;
    private static final double MILLIS = 1e6;
    private static final long SEED = 26;

    private static final String SAME_ROWS = """
        select nvr, seen_at from image join image_age on image = id where nvr = any(?) order by nvr\
        """;

    private final ManyImages images;
    private final List<String> packages;
    private final Connection connection;
    private final ImageIndex index;

    /** @param jdbcUrl of a database with the house's tables */
    ImageIndexFigures(String jdbcUrl, ManyImages images) throws SQLException {
        this.images = images;
        this.packages = packages();
        this.connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
        SingleConnectionDataSource source = new SingleConnectionDataSource(connection, true);
        this.index = new ImageIndex(JdbcClient.create(source), new JdbcTransactionManager(source), Clock.systemUTC());
    }

    ImageIndex index() {
        return index;
    }

    /** As answers of a system do. */
    void fill() throws SQLException {
        long begin = System.nanoTime();
        for (int at = 0; at < images.size(); at += LESSON) {
            index.learn(images.from(at, at + LESSON));
            if (at % TOLD == 0) System.err.printf("%,d of %,d images%n", at, images.size());
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.err.printf("%,d images are learned, %.0f in a second%n", images.size(), images.size() / seconds);
        try (Statement sql = connection.createStatement()) {
            sql.execute("vacuum analyze"); // as its daemon would have done meanwhile
        }
    }

    /** By the index' own class, and over HTTP at that address. */
    List<Metric> measure(URI url) throws Exception {
        NewConnection client = new NewConnection(url);
        Metric asked = containing();
        double trivial = p95(_ -> () -> client.get("/api/1/build-states/0"));
        double http = p95(i -> () -> client.get("/api/3/images?limit=%d&package=%s".formatted(PAGE, packages.get(i))));
        return List.of(
                asked, new Metric("images_containing_http_p95_" + images.size(), http, "ms", asked.limit() + trivial));
    }

    /** By the index' own class. */
    Metric containing() throws Exception {
        Map<String, String[]> answers = new HashMap<>();
        for (String name : packages) answers.put(name, answer(name));
        double bare = p95(i -> () -> rows(answers.getOrDefault(packages.get(i), new String[0])));
        double asked = p95(i -> () -> index.containing(packages.get(i), null, PAGE));
        return new Metric("images_containing_p95_" + images.size(), asked, "ms", bare);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private String[] answer(String name) {
        return index.containing(name, null, PAGE).answer().stream()
                .map(Nvr::value)
                .toArray(String[]::new);
    }

    /** One half as often as images have them, the other half all alike. */
    private List<String> packages() {
        Random random = new Random(SEED);
        List<String> packages = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            packages.add(i % 2 == 0 ? images.popularPackage(random) : images.anyPackage(random));
        }
        return packages;
    }

    private static double p95(IntFunction<Callable<?>> question) throws Exception {
        for (int i = 0; i < WARM_UP; i++) question.apply(i).call();
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            Callable<?> one = question.apply(i);
            long begin = System.nanoTime();
            one.call();
            millis.add((System.nanoTime() - begin) / MILLIS);
        }
        return Percentile.p95(millis);
    }

    private int rows(String[] nvrs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAME_ROWS)) {
            statement.setArray(1, connection.createArrayOf("text", nvrs));
            int rows = 0;
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) rows++;
            }
            return rows;
        }
    }
}
