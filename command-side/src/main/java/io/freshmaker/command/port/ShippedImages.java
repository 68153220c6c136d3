package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;

/** Knows which images advisories ship. Every method may throw {@link Unavailable}; what nobody knows is empty, never a failure. */
public interface ShippedImages {

    /** The NVRs of an advisory's builds; sorted. */
    List<Nvr> of(long advisory);

    /** The numbers of the advisories that have to be shipped before this one; sorted. */
    List<Long> blocking(long advisory);
}
