package io.freshmaker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process and all that it started cost, as Linux counts it in {@code /proc}. */
record ProcessTree(ProcessHandle root) {

    private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every architecture we run on
    private static final double KB_PER_MB = 1024;
    /** In {@code stat}, behind the name: user and system time of the process, then of its children that have ended. */
    private static final int UTIME = 11;

    private static final int TIMES = 4;

    /** Memory with shared pages counted once, in MB of 1024 KB. */
    double memoryMb() throws IOException {
        double kb = 0;
        for (ProcessHandle process : all()) kb += pssKb(process);
        return kb / KB_PER_MB;
    }

    /** Processor time used so far, also by what has ended meanwhile, in seconds. */
    double cpuSeconds() throws IOException {
        double ticks = 0;
        for (ProcessHandle process : all()) ticks += ticks(process);
        return ticks / TICKS_PER_SECOND;
    }

    private List<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private static double pssKb(ProcessHandle process) throws IOException {
        for (String line : lines(process, "smaps_rollup")) {
            if (line.startsWith("Pss:")) return Double.parseDouble(line.replaceAll("\\D", ""));
        }
        return 0;
    }

    private static double ticks(ProcessHandle process) throws IOException {
        List<String> stat = lines(process, "stat");
        if (stat.isEmpty()) return 0;
        String line = stat.getFirst();
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return Stream.of(fields)
                .skip(UTIME)
                .limit(TIMES)
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    /** Nothing of a process that has just ended: its parent has counted its time. */
    private static List<String> lines(ProcessHandle process, String file) throws IOException {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException e) {
            if (process.isAlive()) throw e;
            return List.of();
        }
    }
}
