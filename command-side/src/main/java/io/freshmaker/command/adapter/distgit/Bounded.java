package io.freshmaker.command.adapter.distgit;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls JGit in a virtual thread and waits only so long. JGit ends a read that is too slow by interrupting its thread, which a
 * socket notices in a virtual thread only.
 */
record Bounded(Duration longest) {

    /** @throws SocketTimeoutException when it is not over in time; it is interrupted then */
    <T> T call(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().name("dist-git").start(task);
        try {
            return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("not done after " + longest.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw cause(e);
        } finally {
            task.cancel(true);
        }
    }

    private static Exception cause(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case Exception exception -> exception;
            case null, default -> new IOException(e);
        };
    }
}
