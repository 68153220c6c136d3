package io.freshmaker.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A hundred requests per second of all kinds, each over a connection of its own, and the same as bare SQL. */
final class QueryLoad {

    private static final int PER_SECOND = 100;
    private static final int EACH = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LENGTH = Duration.ofSeconds(40);

    private final MeasuredHouse house;
    private final LongHistory history;

    QueryLoad(MeasuredHouse house, LongHistory history) {
        this.house = house;
        this.history = history;
    }

    List<Metric> measure() throws Exception {
        NewConnection client = new NewConnection(house.url());
        ReadMix mix = new ReadMix(history);
        try (BareReads bare = new BareReads(house.jdbcUrl())) {
            alone(mix, client, bare, System.err);
            Collection<Double> limits = loaded(index -> bare.read(mix.get(index).sql()));
            Collection<Double> values =
                    loaded(index -> client.get(mix.get(index).path()));
            return List.of(
                    metric("p50", Percentile.median(values), Percentile.median(limits)),
                    metric("p95", Percentile.p95(values), Percentile.p95(limits)),
                    metric("max", Collections.max(values), Collections.max(limits)));
        }
    }

    private Metric metric(String statistic, double value, double limit) {
        return new Metric(
                "load_%d_per_second_%s_%d".formatted(PER_SECOND, statistic, history.builds()), value, "ms", limit);
    }

    private static Collection<Double> loaded(OpenLoop.Work work) {
        new OpenLoop(PER_SECOND, WARM_UP).run(work);
        return new OpenLoop(PER_SECOND, LENGTH).run(work);
    }

    /** Says what each kind takes when nothing else happens: where to look when the load is too much. */
    private static void alone(ReadMix mix, NewConnection client, BareReads bare, PrintStream err) throws Exception {
        err.printf("%-32s %10s %10s  ms, median%n", "alone", "answer", "bare SQL");
        for (int kind = 0; kind < mix.kinds(); kind++) {
            int[] index = {kind};
            Repeated answers = new Repeated(() -> client.get(mix.get(index[0]).path()));
            Repeated limits = new Repeated(() -> bare.read(mix.get(index[0]).sql()));
            for (; index[0] < EACH * mix.kinds(); index[0] += mix.kinds()) {
                limits.once();
                answers.once();
            }
            err.printf("%-32s %10.1f %10.1f%n", mix.get(kind).name(), answers.median(), limits.median());
        }
    }
}
