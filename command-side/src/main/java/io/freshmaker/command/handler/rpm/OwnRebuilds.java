package io.freshmaker.command.handler.rpm;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Unavailable;
import java.util.Optional;

/** Knows from our own facts which builds of packages are rebuilds of ours. */
@FunctionalInterface
public interface OwnRebuilds {

    /** A rebuild, with the numbers that the API shows. */
    record Rebuild(BuildId build, int number, int eventNumber) {}

    /**
     * Our rebuild that made this build; empty when somebody else made it.
     *
     * @param branch of dist-git that the package was built for
     * @throws Unavailable while it is not known yet
     */
    Optional<Rebuild> of(Nvr build, String branch);
}
