package io.freshmaker.benchmarks;

import io.freshmaker.platform.command.Commands;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something happens to the second of two processes that handle commands, five seconds after the commands have begun. */
record MemberTrial(ConfigurableApplicationContext sender, String jdbcUrl, int rate) {

    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration BEFORE = Duration.ofSeconds(5);

    double longestWait(String name, Duration length, Consumer<Process> harm) throws Exception {
        try (StartedProcess second = MemberProcess.start(jdbcUrl)) {
            run("before " + name, WARM_UP, () -> {});
            return run(name, length, () -> {
                sleep(BEFORE);
                harm.accept(second.process());
            });
        }
    }

    private double run(String name, Duration length, Runnable inTheMiddle) {
        JdbcClient sql = sender.getBean(JdbcClient.class);
        sql.sql("delete from domain_event").update();
        MarkStream marks = new MarkStream(sender.getBean(Commands.class), rate);
        marks.send(length, inTheMiddle);
        Map<Integer, Integer> applied = applied(sql);
        long twice = applied.values().stream().filter(count -> count > 1).count();
        long lost = marks.acknowledged().stream()
                .filter(number -> !applied.containsKey(number))
                .count();
        System.err.printf(
                "%s: %d commands, the longest took %.2f s, %d failed, %d applied twice, %d lost%n",
                name, marks.sent(), marks.longest(), marks.failed(), twice, lost);
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

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
