package io.freshmaker.benchmarks;

import io.freshmaker.platform.command.Commands;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a command waits, at the longest, when one of two processes that handle commands is killed, or paused for 20 s. A command
 * that is lost or applied twice is no figure but a failure.
 */
final class MembersBenchmark implements Benchmark {

    private static final Duration CALM = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final Duration AFTER = Duration.ofSeconds(12);

    @Override
    public String name() {
        return "members";
    }

    /** The same size in a quick run: what is measured is time-outs. */
    @Override
    public List<Metric> run(Scale scale) throws Exception {
        List<Metric> metrics = new ArrayList<>();
        try (TemporaryFolder folder = TemporaryFolder.create();
                PostgresServer postgres =
                        PostgresServer.start(folder.path().resolve("data"), OptionalInt.empty())) {
            String url = postgres.jdbcUrl() + "?user=postgres";
            try (ConfigurableApplicationContext sender = MemberProcess.open(url, "sender");
                    StartedProcess survivor = MemberProcess.start(url)) {
                MemberProcess.awaitReady(sender);
                warmUp(sender);
                double calm = measure(sender, "calm", CALM, () -> {});
                metrics.add(measured(sender, "killed", url, calm));
                metrics.add(measured(sender, "paused_20", url, calm));
                if (!survivor.process().isAlive()) throw new IllegalStateException("The survivor has died");
            }
        }
        return metrics;
    }

    private static Metric measured(ConfigurableApplicationContext sender, String what, String url, double calm)
            throws Exception {
        try (StartedProcess victim = MemberProcess.start(url)) {
            warmUp(sender);
            Duration length = what.equals("killed") ? CALM.plus(AFTER) : CALM.plus(PAUSE).plus(AFTER);
            double longest = measure(sender, what, length, () -> harm(victim.process(), what));
            return new Metric("longest_wait_member_" + what, longest, "s", calm);
        }
    }

    private static void harm(Process victim, String what) {
        sleep(CALM.dividedBy(2));
        if (what.equals("killed")) {
            victim.destroyForcibly();
            return;
        }
        signal(victim, "STOP");
        sleep(PAUSE);
        signal(victim, "CONT");
    }

    private static void warmUp(ConfigurableApplicationContext sender) {
        measure(sender, "warm-up", CALM, () -> {});
    }

    private static double measure(
            ConfigurableApplicationContext sender, String what, Duration length, Runnable inTheMiddle) {
        JdbcClient sql = sender.getBean(JdbcClient.class);
        sql.sql("delete from domain_event").update();
        MarkStream marks = new MarkStream(sender.getBean(Commands.class));
        marks.send(length, inTheMiddle);
        Map<Integer, Integer> applied = applied(sql);
        long twice = applied.values().stream().filter(count -> count > 1).count();
        long lost = marks.acknowledged().stream()
                .filter(number -> !applied.containsKey(number))
                .count();
        System.err.printf(
                "%s: %d commands, the longest took %.2f s, %d failed, %d applied twice, %d lost%n",
                what, marks.sent(), marks.longest(), marks.failed(), twice, lost);
        if (twice + lost > 0) throw new IllegalStateException("Commands were applied twice, or lost");
        return marks.longest();
    }

    /** How often each number was applied. */
    private static Map<Integer, Integer> applied(JdbcClient sql) {
        Map<Integer, Integer> applied = new HashMap<>();
        sql.sql("select (convert_from(payload, 'UTF8')::json ->> 'number')::int from domain_event")
                .query(row -> {
                    applied.merge(row.getInt(1), 1, Integer::sum);
                });
        return applied;
    }

    private static void signal(Process process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("No signal could be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
