package io.freshmaker.benchmarks;

import io.freshmaker.standalone.postgres.PostgresServer;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a command waits, at the longest, when one of two processes that handle commands is killed, or paused for 20 s. A command
 * that is lost or applied twice is no figure but a failure.
 */
final class MembersBenchmark implements Benchmark {

    private static final int RATE = 200;
    private static final Duration LENGTH = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "members";
    }

    /** As long in a quick run, because time-outs are measured; but with a quarter of the commands. */
    @Override
    public List<Metric> run(Scale scale) throws Exception {
        int rate = scale == Scale.FULL ? RATE : RATE / 4;
        try (TemporaryFolder folder = TemporaryFolder.create();
                PostgresServer postgres = PostgresServer.start(folder.path(), OptionalInt.empty())) {
            String url = postgres.jdbcUrl() + "&user=postgres";
            try (ConfigurableApplicationContext sender = MemberProcess.open(url, "sender");
                    StartedProcess _ = MemberProcess.start(url)) {
                MemberProcess.awaitReady(sender);
                return measure(sender, url, rate);
            }
        }
    }

    private static List<Metric> measure(ConfigurableApplicationContext sender, String url, int rate) throws Exception {
        double calm = new MemberTrial(sender, url, rate).longestWait("calm", LENGTH, _ -> {});
        double killed = new MemberTrial(sender, url, rate).longestWait("killed", LENGTH, Harm::kill);
        double paused = new MemberTrial(sender, url, rate).longestWait("paused", LENGTH.plus(Harm.PAUSE), Harm::pause);
        return List.of(
                new Metric("longest_wait_member_killed", killed, "s", calm),
                new Metric("longest_wait_member_paused_" + Harm.PAUSE.toSeconds(), paused, "s", calm));
    }
}
