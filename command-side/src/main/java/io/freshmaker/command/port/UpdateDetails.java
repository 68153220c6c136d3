package io.freshmaker.command.port;

import io.freshmaker.api.trigger.UpdateStable;
import java.util.Optional;

/** Knows what a message about an update leaves out. May throw {@link Unavailable}. */
public interface UpdateDetails {

    /** The update as it is there now; nothing when it is not known. */
    Optional<UpdateStable> find(String update);
}
