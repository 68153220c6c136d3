package io.freshmaker.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** How fast people are answered: one after the other in a history of a year, and many at once in one of twenty years. */
final class QueryBenchmark implements Benchmark {

    private static final int YEAR = 10_000;
    private static final int TWENTY_YEARS = 200_000;
    private static final int LARGE = 3_000;
    private static final int ROUNDS = 10;
    private static final String TRIVIAL = "/api/1/build-states/0";

    @Override
    public String name() {
        return "query";
    }

    @Override
    public List<Metric> run(Scale scale) throws Exception {
        List<Metric> metrics = new ArrayList<>();
        try (MeasuredHouse house = MeasuredHouse.open(new RandomCatalog())) {
            LongHistory history = new LongHistory(house.jdbcUrl(), scale.of(LARGE));
            fill(house, history, scale.of(YEAR));
            metrics.addAll(oneAfterTheOther(house, history, scale.of(LARGE)));
            fill(house, history, scale.of(TWENTY_YEARS));
            metrics.addAll(new QueryLoad(house, history).measure());
        }
        return metrics;
    }

    private static void fill(MeasuredHouse house, LongHistory history, int events) throws Exception {
        long begin = System.nanoTime();
        history.upTo(events);
        System.err.printf(
                "%,d Events and %,d builds are there after %.0f s%n",
                history.events(), history.builds(), (System.nanoTime() - begin) / 1e9);
    }

    private static List<Metric> oneAfterTheOther(MeasuredHouse house, LongHistory history, int large) throws Exception {
        List<Read> reads = new ArrayList<>(ofBothVersions(history));
        reads.add(Read.graph(large));
        NewConnection client = new NewConnection(house.url());
        List<Metric> metrics = new ArrayList<>();
        try (BareReads bare = new BareReads(house.jdbcUrl())) {
            List<Double> statements = medians(reads.stream()
                    .<Callable<?>>map(read -> () -> bare.read(read.sql()))
                    .toList());
            List<Double> answers = medians(Stream.concat(reads.stream().map(Read::path), Stream.of(TRIVIAL))
                    .<Callable<?>>map(path -> () -> client.get(path))
                    .toList());
            double trivial = answers.getLast();
            for (int i = 0; i < reads.size(); i++) {
                String name = reads.get(i).name() + "_median";
                metrics.add(new Metric(name, answers.get(i), "ms", statements.get(i) + trivial));
            }
            metrics.add(new Metric("trivial_answer_median", trivial, "ms", bareAnswer()));
        }
        return metrics;
    }

    private static List<Read> ofBothVersions(LongHistory history) {
        int event = history.events() / 2 + 7; // one with six builds
        int build = history.builds() / 2;
        return Stream.of(1, 2)
                .flatMap(version -> Stream.of(
                        Read.events(version, 10),
                        Read.events(version, 100),
                        Read.event(version, event),
                        Read.builds(version, 10),
                        Read.build(version, build)))
                .toList();
    }

    /** The milliseconds of each, asked in turn, so that what else the machine does hits all alike. */
    private static List<Double> medians(List<Callable<?>> all) throws Exception {
        List<Repeated> repeated = all.stream().map(Repeated::new).toList();
        for (Repeated one : repeated) one.warmUp();
        for (int round = 0; round < ROUNDS; round++) {
            for (Repeated one : repeated) one.measure();
        }
        return repeated.stream().map(Repeated::median).toList();
    }

    /** What an answer of nothing takes that the smallest HTTP server of the JDK gives. */
    private static double bareAnswer() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            NewConnection client = new NewConnection(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            return medians(List.of(() -> client.get("/"))).getFirst();
        } finally {
            server.stop(0);
        }
    }
}
