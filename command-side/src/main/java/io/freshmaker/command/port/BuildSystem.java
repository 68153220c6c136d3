package io.freshmaker.command.port;

import io.freshmaker.api.value.BuildId;
import java.util.Optional;

/** Builds artifacts. Every method may throw {@link Unavailable}. */
public interface BuildSystem {

    /**
     * Asks for a build and returns its id in the build system at once; how it ends is told to {@link BuildReports} later.
     * The same build asked for twice is one build.
     *
     * @throws Refused when it can never be built
     */
    String submit(BuildRequest request);

    /** The id under which it was submitted before, so that a crash between effect and record submits nothing twice. */
    Optional<String> find(BuildId build);

    /** Stops it, whether it waits or runs. Nothing happens when it is unknown or has ended. */
    void cancel(BuildId build);
}
