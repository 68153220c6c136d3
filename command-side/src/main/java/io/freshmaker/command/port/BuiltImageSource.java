package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Map;

/** Knows how images were built. May throw {@link Unavailable}. */
public interface BuiltImageSource {

    /** How each of these was built; one that nobody knows is missing. Many are asked for together. */
    Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs);
}
