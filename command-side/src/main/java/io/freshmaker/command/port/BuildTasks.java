package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Optional;

/** Knows by which task a build was made. May throw {@link Unavailable}. */
@FunctionalInterface
public interface BuildTasks {

    /** The id of the task that made the build with this NVR; empty for a build that is not known, or that no task made. */
    Optional<String> taskOf(Nvr build);
}
