package io.freshmaker.command.port;

import io.freshmaker.api.trigger.UpdateStable;
import java.util.Optional;

/** Completes what a message about an update leaves out. May throw {@link Unavailable} or {@link Refused}. */
public interface UpdateDetails {

    /** The update with this id, whole; none when nobody knows it. Whether it is stable by now is not looked at. */
    Optional<UpdateStable> find(String update);
}
