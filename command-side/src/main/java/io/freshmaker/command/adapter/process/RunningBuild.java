package io.freshmaker.command.adapter.process;

import io.freshmaker.platform.log.BuildLogs;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** One program from its start to the record of its end. It runs on a thread of its own; others tell it to live on or to stop. */
final class RunningBuild {

    private static final Logger log = LoggerFactory.getLogger(RunningBuild.class);
    private static final Duration BETWEEN_LOGS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_RECORDS = Duration.ofSeconds(1);
    private static final int LONGEST_PAUSE_MS = 100;

    private final ClaimedRun run;
    private final ProcessGroup group;
    private final RunStore store;
    private final BuildLogs logs;
    private final Clock clock;
    private final OutputTail tail = new OutputTail();
    private volatile Instant deadline;
    private long logged;
    private Instant nextLog;

    /** {@code deadline}: until then the claim holds, seen from before it was made, with room for the end of the group. */
    RunningBuild(ClaimedRun run, ProcessGroup group, Instant deadline, RunStore store, BuildLogs logs, Clock clock) {
        this.run = run;
        this.group = group;
        this.deadline = deadline;
        this.store = store;
        this.logs = logs;
        this.clock = clock;
        this.nextLog = clock.instant();
    }

    void liveUntil(Instant later) {
        deadline = later;
        group.liveUntil(later);
    }

    /** For a canceled build. */
    void stop() {
        group.stop();
    }

    /** For the end of this process. */
    void abandon() {
        group.abandon();
    }

    void follow() throws InterruptedException {
        try (group) {
            read();
            finish();
        } catch (IOException | DataAccessException e) {
            log.warn("{} is lost to its owner; it is run again when its lease has passed", run.build(), e);
        }
    }

    private void read() throws IOException, InterruptedException {
        int pause = 1;
        while (!group.hasEnded()) {
            pause = group.drainTo(tail) ? 1 : Math.min(2 * pause, LONGEST_PAUSE_MS);
            writeLogWhenDue();
            Thread.sleep(pause);
        }
        long end = tail.written() + OutputTail.SIZE; // what left the group may go on printing for ever
        while (tail.written() < end && group.drainTo(tail)) {}
    }

    private void finish() throws InterruptedException {
        OptionalInt status = group.exitStatus();
        if (status.isPresent()) {
            record(Exit.of(status.getAsInt(), tail.lastLine()));
        } else if (group.isGone()) {
            logs.write(run.build().value(), tail.text());
            store.release(run.owner());
        }
    }

    /** PostgreSQL may be away for a moment; when it is away longer than the claim holds, the run is somebody else's. */
    private void record(Exit exit) throws InterruptedException {
        while (true) {
            try {
                logs.write(run.build().value(), tail.text());
                if (store.end(run.owner(), exit)) log.info("{} ended with status {}", run.build(), exit.status());
                return;
            } catch (DataAccessException e) {
                if (clock.instant().isAfter(deadline)) throw e;
                Thread.sleep(BETWEEN_RECORDS);
            }
        }
    }

    private void writeLogWhenDue() {
        Instant now = clock.instant();
        if (logged == tail.written() || now.isBefore(nextLog)) return;
        nextLog = now.plus(BETWEEN_LOGS);
        try {
            logs.write(run.build().value(), tail.text());
            logged = tail.written();
        } catch (DataAccessException e) {
            log.debug("The log of {} is written later", run.build(), e);
        }
    }
}
