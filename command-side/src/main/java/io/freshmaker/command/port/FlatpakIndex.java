package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.SortedSet;

/** Knows which released Flatpak images contain which modules. May throw {@link Unavailable}. */
@FunctionalInterface
public interface FlatpakIndex {

    /** The images that are released with this stream of a module; none when nobody knows it. */
    SortedSet<Nvr> imagesWith(String module, String stream);
}
