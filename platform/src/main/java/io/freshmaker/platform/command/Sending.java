package io.freshmaker.platform.command;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a few commands are sent, depending on where they are handled. */
interface Sending {

    /** How many may be sent together. */
    int most();

    /** Returns when all are committed; throws what the first that failed failed with. */
    void send(List<?> commands, Duration limit);

    /** Sends one and returns what its handler answered. */
    @Nullable
    Object ask(Object command, Duration limit);
}
