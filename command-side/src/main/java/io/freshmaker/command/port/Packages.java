package io.freshmaker.command.port;

import java.util.Collection;
import java.util.List;

/** Knows which packages are built with which. May throw {@link Unavailable}; what nobody knows is an empty list, never a failure. */
@FunctionalInterface
public interface Packages {

    /**
     * The packages that are, for this branch of dist-git, built directly with one of these, in the order of their names and each
     * once: one generation, not those that are built with what is answered.
     */
    List<KnownPackage> builtWith(Collection<String> names, String branch);
}
