package io.freshmaker.command.port;

/** Who makes which composes: those of dry runs nobody really makes. Their numbers are negative. */
public record ComposeSystems(Composes odcs, Composes dryRuns) {

    public Composes of(boolean dryRun) {
        return dryRun ? dryRuns : odcs;
    }

    /** Who knows the compose of that number. */
    public Composes of(long number) {
        return of(number < 0);
    }
}
