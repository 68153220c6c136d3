package io.freshmaker.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ./freshmaker bench NAME [--quick]}: the table goes to standard error, one line of JSON to standard output. Exit status
 * 0, 1 when it could not be measured, 2 for wrong usage.
 */
public final class Benchmarks {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final String QUICK = "--quick";

    private final List<Benchmark> known;
    private final PrintStream out;
    private final PrintStream err;

    Benchmarks(List<Benchmark> known, PrintStream out, PrintStream err) {
        this.known = known;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 2 && arguments[0].equals(BareHouse.ARGUMENT)) {
            BareHouse.live(Path.of(arguments[1])); // StartupBenchmark asks for it
            return;
        }
        if (arguments.length == 2 && arguments[0].equals(MemberProcess.ARGUMENT)) {
            MemberProcess.live(arguments[1]); // MembersBenchmark asks for it
            return;
        }
        if (arguments.length == 2 && arguments[0].equals(FactWatch.ARGUMENT)) {
            FactWatch.live(arguments[1]); // LatencyBenchmark asks for it
            return;
        }
        if (arguments.length >= 2 && arguments[0].equals(ServiceProcess.ARGUMENT)) {
            ServiceProcess.live(
                    arguments[1], Arrays.copyOfRange(arguments, 2, arguments.length)); // LatencyBenchmark asks for it
            return;
        }
        PrintStream out = System.out;
        System.setOut(System.err); // standard output is for the one line: what the house says goes elsewhere
        List<Benchmark> known = List.of(
                new StartupBenchmark(),
                new PlanBenchmark(),
                new ImageTreeBenchmark(),
                new IngestBenchmark(),
                new LatencyBenchmark(),
                new ReplayBenchmark(),
                new QueryBenchmark(),
                new MembersBenchmark(),
                new PageBenchmark());
        System.exit(new Benchmarks(known, out, System.err).run(arguments));
    }

    int run(String... arguments) {
        List<String> words = Arrays.stream(arguments)
                .filter(argument -> !argument.equals(QUICK))
                .toList();
        boolean quick = words.size() < arguments.length;
        Optional<Benchmark> wanted = words.size() == 1 ? named(words.getFirst()) : Optional.empty();
        if (wanted.isEmpty()) {
            err.printf("Say which benchmark: bench NAME [--quick], where NAME is one of %s.%n", names());
            return USAGE;
        }
        return measure(wanted.get(), quick ? Benchmark.Scale.QUICK : Benchmark.Scale.FULL);
    }

    private int measure(Benchmark benchmark, Benchmark.Scale scale) {
        try {
            Report report = new Report(benchmark.name(), Machine.describe(), benchmark.run(scale));
            err.print(report.table());
            out.println(report.json());
            return 0;
        } catch (Exception e) {
            err.printf("The benchmark %s could not be measured:%n", benchmark.name());
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private Optional<Benchmark> named(String name) {
        return known.stream().filter(benchmark -> benchmark.name().equals(name)).findFirst();
    }

    private String names() {
        return known.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }
}
