package io.freshmaker.platform.axon;

import java.util.Collection;
import java.util.Set;

/** Says which aggregates have facts already, for many at once: to load each of them, only to see that it is new, takes longer. */
@FunctionalInterface
public interface KnownAggregates {

    /** Those of the identifiers that have facts, as of the current transaction. */
    Set<String> among(Collection<String> identifiers);
}
