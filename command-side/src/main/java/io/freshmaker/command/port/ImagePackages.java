package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.SortedSet;

/** Knows from which builds the RPMs in an image came. May throw {@link Unavailable}. */
public interface ImagePackages {

    /** The NVRs of these builds, of all architectures; none where nobody knows them. */
    SortedSet<Nvr> buildsIn(Nvr image);
}
