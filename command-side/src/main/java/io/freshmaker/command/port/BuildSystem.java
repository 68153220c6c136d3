package io.freshmaker.command.port;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Builds artifacts. Every method may throw {@link Unavailable}. */
public interface BuildSystem {

    /** What people and settings call it, e.g. {@code koji}. Stored with what is submitted to it, so it never changes. */
    String name();

    /**
     * Asks for a build and returns its id in the build system at once; how it ends is told to {@link BuildReports}, or found by
     * {@link #ended}. When this fails, nobody knows whether the build was taken: {@link #find} is asked before it is tried again.
     *
     * @throws Refused when it can never be built
     */
    String submit(BuildRequest request);

    /** The id under which this attempt was submitted before, so that a crash between effect and record submits nothing twice. */
    Optional<String> find(BuildRequest request);

    /** Stops it, whether it waits or runs. Nothing happens when it is unknown or has ended. */
    void cancel(BuildRequest request);

    /** Those of these submissions that have ended, and how; many in one call. A system that reports by itself says nothing. */
    default Map<String, ExternalOutcome> ended(Collection<String> externalIds) {
        return Map.of();
    }

    /** How long it is from one {@link #ended} about everything to the next. */
    default Duration pollInterval() {
        return Duration.ofMinutes(1);
    }

    /** How long {@link #submit} may be on its way, by its time-outs; zero where a second one of the same attempt changes nothing. */
    default Duration longestCall() {
        return Duration.ZERO;
    }

    /** How many builds of ours it may have at once; without a limit it queues and reports by itself. */
    default int places() {
        return Integer.MAX_VALUE;
    }
}
