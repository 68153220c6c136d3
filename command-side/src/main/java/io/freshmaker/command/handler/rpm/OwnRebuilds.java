package io.freshmaker.command.handler.rpm;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Unavailable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows from our own facts which builds of packages are rebuilds of ours. */
@FunctionalInterface
public interface OwnRebuilds {

    /**
     * A rebuild, with the numbers that the API shows.
     *
     * @param plan the keys of all that its Event rebuilds
     */
    record Rebuild(BuildId build, int number, int eventNumber, Set<ArtifactKey> plan) {

        public Rebuild {
            plan = Set.copyOf(plan);
        }

        /** Why something is left to the Event that made it. */
        public Reason reason(Nvr made) {
            return new Reason(
                    ReasonCode.OWN_REBUILD,
                    Map.of(
                            "updated", made.value(),
                            "build", build.value(),
                            "build_number", String.valueOf(number),
                            "event", String.valueOf(eventNumber)));
        }
    }

    /**
     * Our rebuild that made this build; empty when somebody else made it.
     *
     * @param branch of dist-git that the package was built for
     * @throws Unavailable while it is not known yet
     */
    Optional<Rebuild> of(Nvr build, String branch);
}
