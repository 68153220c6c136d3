package io.freshmaker.command.watch;

import java.util.List;

/** Brings {@link Round}s along, as a bean. */
@FunctionalInterface
public interface Rounds {

    List<Round> rounds();
}
