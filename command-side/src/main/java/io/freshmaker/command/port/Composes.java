package io.freshmaker.command.port;

import io.freshmaker.api.plan.ComposeRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes repositories of packages (spec §9.3). Every method may throw {@link Unavailable}. */
public interface Composes {

    /**
     * Asks for one and returns its number at once. When this fails, nobody knows whether it was taken: {@link #alike} is asked
     * before it is tried again.
     *
     * @throws Refused when it can never be made
     */
    long request(ComposeRequest wanted);

    /** Those that were asked for with the same words and are not over, the newest first. */
    List<Compose> alike(ComposeRequest wanted);

    /** How these stand; one that nobody knows is missing. */
    Map<Long, Compose> find(Collection<Long> numbers);

    /**
     * Has one made again that is over, and returns the number of the new one; the same number where it is still there.
     *
     * @throws Refused when it can never be made
     */
    long renew(long number);

    /** How long {@link #request} may be on its way, by its time-outs. */
    default Duration longestCall() {
        return Duration.ZERO;
    }
}
