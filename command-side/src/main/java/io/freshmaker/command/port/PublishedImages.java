package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Set;

/** Knows which images are published under a name, in whatever version. May throw {@link Unavailable}. */
public interface PublishedImages {

    /** The NVRs of all published images with one of these names (N of their NVRs). */
    Set<Nvr> published(Collection<String> names);
}
