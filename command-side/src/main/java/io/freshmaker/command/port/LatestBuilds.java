package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Set;

/** Knows which builds are the latest of their packages with a tag. May throw {@link Unavailable}. */
public interface LatestBuilds {

    /** The NVRs of the latest builds of these packages with this tag, without what the tag inherits; one that has none is missing. */
    Set<Nvr> latestIn(String tag, Collection<String> packages);
}
