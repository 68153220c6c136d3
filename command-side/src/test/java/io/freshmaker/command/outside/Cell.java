package io.freshmaker.command.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.Row.End;
import io.freshmaker.command.outside.Row.Expected;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.io.Closeable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call under one fault. */
final class Cell<W extends Closeable> {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration PATIENT = Duration.ofSeconds(20);

    /** For a peer that says nothing; longer ones where the machine was too slow for what comes before that. */
    private static final List<Duration> IMPATIENT =
            List.of(Duration.ofMillis(400), Duration.ofSeconds(2), Duration.ofSeconds(8));

    private static final int ATTEMPTS = 2;

    /** For all that is not waiting. */
    private static final Duration SLACK = Duration.ofSeconds(8);

    /** When it must be over, with all others that were begun with it. */
    private static final Duration FOR_EVER = Duration.ofMinutes(4);

    private final FaultMatrix<W> matrix;
    private final Row<W> row;
    private final Fault fault;
    private final int before;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile long begun;

    /** @param before how many requests come before the one that the fault befalls */
    Cell(FaultMatrix<W> matrix, Row<W> row, Fault fault, int before) {
        this.matrix = matrix;
        this.row = row;
        this.fault = fault;
        this.before = before;
    }

    /** What came of it; an error that no port knows has no end. */
    private record Outcome(
            @Nullable End end, String text, String trace, int sent, int effects, Duration took, Duration longest) {}

    void begin(Semaphore places) {
        begun = System.nanoTime();
        Thread.ofVirtual().start(() -> {
            try {
                places.acquire();
                try {
                    outcome.complete(outcome());
                } finally {
                    places.release();
                }
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
    }

    void check() throws Exception {
        Expected expected = row.expected(fault);
        Outcome was = over();
        assertThat(was.end()).as(was.trace()).isEqualTo(expected.end());
        assertThat(was.sent()).as("how often it was sent, %s", was.text()).isEqualTo(expected.sent());
        assertThat(was.effects()).as("how often it was done, tried again").isLessThanOrEqualTo(1);
        assertThat(was.took()).isLessThan(was.longest());
        assertThat(FaultyLine.heardElsewhere()).isEmpty();
        matrix.secrets().forEach(secret -> assertThat(was.trace()).doesNotContain(secret));
        if (expected.end() != End.FINE) {
            assertThat(was.text().toLowerCase(Locale.ROOT)).contains(matrix.system());
            assertThat(was.text()).contains(matrix.shown(row));
        }
    }

    private Outcome over() throws Exception {
        try {
            return outcome.get(Math.max(1, begun + FOR_EVER.toNanos() - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("The cell could not be tried", e.getCause());
        }
    }

    private Outcome outcome() throws Exception {
        if (!Faults.SLOW.contains(fault)) return outcome(PATIENT);
        Outcome last = outcome(IMPATIENT.getFirst());
        for (Duration longer : IMPATIENT) {
            if (last.sent() < row.expected(fault).sent()) last = outcome(longer);
        }
        return last;
    }

    private Outcome outcome(Duration readTimeout) throws Exception {
        Duration connectTimeout = Faults.SLOW.contains(fault) ? readTimeout : CONNECT;
        Politeness politeness = new Politeness(connectTimeout, readTimeout, ATTEMPTS, 4);
        try (W world = matrix.world();
                FaultyLine line = line(world)) {
            long start = System.nanoTime();
            Throwable error = errorOf(world, line, politeness);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            line.settle();
            Row.Effects<W> again = row.again();
            int effects = again == null ? 0 : again.afterAnotherTry(world);
            return new Outcome(
                    end(error),
                    error == null ? "" : String.valueOf(error.getMessage()),
                    trace(error),
                    line.victims(),
                    effects,
                    took,
                    connectTimeout
                            .plus(readTimeout.multipliedBy(matrix.patience()))
                            .multipliedBy(ATTEMPTS)
                            .plus(SLACK));
        }
    }

    private @Nullable Throwable errorOf(W world, FaultyLine line, Politeness politeness) {
        try {
            row.making().make(world, line.url(), politeness);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private FaultyLine line(W world) {
        return fault == Faults.REFUSED
                ? FaultyLine.refusingAfter(before, matrix.address(world), this::isVictim, row.skipped())
                : new FaultyLine(matrix.address(world), this::isVictim, row.skipped(), fault);
    }

    private boolean isVictim(Exchange.Half request) {
        return matrix.callsIn(request).contains(row.call());
    }

    private static @Nullable End end(@Nullable Throwable error) {
        return switch (error) {
            case null -> End.FINE;
            case Unavailable _ -> End.UNAVAILABLE;
            case Refused _ -> End.REFUSED;
            default -> null;
        };
    }

    private static String trace(@Nullable Throwable error) {
        if (error == null) return "";
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    @Override
    public String toString() {
        return "%s, %s: %s".formatted(row, fault, row.expected(fault).end());
    }
}
