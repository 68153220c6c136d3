package io.freshmaker.command.adapter.process;

import io.freshmaker.platform.log.BuildLogs;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is queued, so many builds at once, and keeps what it runs leased. Whoever loses its lease hears nothing more, and
 * its programs end by themselves before anyone else may run them.
 */
final class Runner {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final RunStore store;
    private final BuildLogs logs;
    private final BuildFolders folders;
    private final ProcessBuilderSettings settings;
    private final Clock clock;
    private final Runnable onEnd;
    private final Map<String, RunningBuild> running = new ConcurrentHashMap<>();

    /** {@code onEnd} is called whenever a place has become free. */
    Runner(
            RunStore store,
            BuildLogs logs,
            BuildFolders folders,
            ProcessBuilderSettings settings,
            Clock clock,
            Runnable onEnd) {
        this.store = store;
        this.logs = logs;
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    void startQueued() {
        while (running.size() < settings.places() && startNext()) {}
    }

    /** Renews the leases; what is no longer ours was canceled. */
    void renew() {
        if (running.isEmpty()) return;
        Set<String> before = Set.copyOf(running.keySet());
        Instant deadline = deadline();
        Set<String> ours = store.renew(before);
        for (String owner : before) {
            RunningBuild build = running.get(owner);
            if (build == null) continue;
            if (ours.contains(owner)) build.liveUntil(deadline);
            else build.stop();
        }
    }

    /** Ends all groups and gives the runs back; waits for it, but not longer than {@code limit}. */
    void stop(Duration limit) throws InterruptedException {
        running.values().forEach(RunningBuild::abandon);
        Instant end = clock.instant().plus(limit);
        while (!running.isEmpty() && clock.instant().isBefore(end)) Thread.sleep(PATIENCE);
    }

    private boolean startNext() {
        Instant deadline = deadline();
        return store.claim().map(run -> start(run, deadline)).isPresent();
    }

    private ClaimedRun start(ClaimedRun run, Instant deadline) {
        try {
            ProcessGroup group = ProcessGroup.start(
                    settings.commandFor(run.type()), run.environment(), folders.empty(run.number()), deadline);
            log.info("{} runs in the folder {}", run.build(), run.number());
            follow(run, new RunningBuild(run, group, deadline, store, logs, clock));
        } catch (IOException e) {
            log.warn("{} could not be started", run.build(), e);
            store.end(run.owner(), Exit.notStarted("The build could not be started: " + e));
            onEnd.run();
        }
        return run;
    }

    private void follow(ClaimedRun run, RunningBuild build) {
        running.put(run.owner(), build);
        Thread.ofVirtual().name(run.build().value()).start(() -> {
            try {
                build.follow();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                running.remove(run.owner());
                onEnd.run();
            }
        });
    }

    /** Taken before PostgreSQL is asked: however late the answer comes, the group ends before the lease does. */
    private Instant deadline() {
        return clock.instant().plus(settings.life());
    }
}
