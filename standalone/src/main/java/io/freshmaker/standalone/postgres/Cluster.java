package io.freshmaker.standalone.postgres;

import io.freshmaker.standalone.failure.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The folder of the database, and the server that an earlier, killed process may have left running in it. */
final class Cluster {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final Duration ABORT_LIMIT = Duration.ofSeconds(5);
    private static final int STEP_MILLIS = 20;

    private final Path folder;

    Cluster(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Optional<Postmaster> postmaster() {
        return Postmaster.of(folder);
    }

    /**
     * Leaves no server behind and no {@code postmaster.pid} of one. A start on top of a running server hangs or adopts it with
     * its old settings; a process id that now belongs to another program would stop PostgreSQL from starting.
     */
    void clear() {
        postmaster().ifPresent(this::clear);
        // Its lock is for other processes, and the data folder is already locked; a failed start leaves it held.
        delete(folder.resolve("epg-lock"));
    }

    private void clear(Postmaster left) {
        if (left.runs() && left.isOurs()) {
            left.stop();
            if (!within(STOP_LIMIT, () -> !left.runs())) {
                left.abort();
                if (!within(ABORT_LIMIT, () -> !left.runs())) {
                    throw new CannotStart(
                            "The PostgreSQL of an earlier start (process %d) in %s does not stop: end it, then start again."
                                    .formatted(left.pid(), folder));
                }
            }
        }
        within(STOP_LIMIT, () -> !left.hasSessions());
        delete(Postmaster.pidFile(folder));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotStart("The file %s cannot be deleted: %s.".formatted(file, e.getMessage()), e);
        }
    }

    private static boolean within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was being stopped.", e);
        }
    }
}
