package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Optional;

/** Knows which image came out of a task of the build system, whoever started it. May throw {@link Unavailable}. */
public interface ImageTasks {

    /** Empty for what built none, as scratch builds do. */
    Optional<Nvr> imageOf(String task);
}
