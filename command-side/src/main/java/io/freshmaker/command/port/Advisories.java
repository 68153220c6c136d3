package io.freshmaker.command.port;

import java.util.List;
import java.util.Optional;

/** Knows advisories. Every method may throw {@link Unavailable}; what nobody knows is empty, never a failure. */
public interface Advisories {

    /** What rules ask about: few questions to the system behind it. */
    Optional<Advisory> find(long id);

    /** What it ships: many questions, so only of those that rules allow. */
    AdvisoryContent contentOf(long id);

    /** Whether Flatpaks are to be rebuilt for it now (spec §9.1): cheap things are asked first. */
    default boolean isReadyForFlatpaks(Advisory advisory) {
        return advisory.concernsFlatpaks() && contentOf(advisory.id()).isForFlatpaks();
    }

    /** The numbers of the advisories, not dropped and not shipped yet, that have the build with this NVR; sorted. */
    List<Long> having(String build);
}
