package io.freshmaker.command.port;

import java.util.Collection;
import java.util.Set;

/** Knows in which content sets the Pulp repositories are. May throw {@link Unavailable}. */
public interface ContentSets {

    /** The content sets of these repositories; what nobody knows is in none. */
    Set<String> of(Collection<String> repositories);
}
