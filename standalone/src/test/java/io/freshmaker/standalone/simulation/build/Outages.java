package io.freshmaker.standalone.simulation.build;

import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Systems outside that nobody reaches for a while, by their names. */
public final class Outages {

    private final World world;
    private final Map<String, Instant> until = new HashMap<>();

    public Outages(World world) {
        this.world = world;
    }

    /** From now on nobody reaches it, for so long. */
    public void begin(String system, Duration length) {
        world.note(system + " is away for " + length);
        until.put(system, world.now().plus(length));
    }

    boolean isAway(String system) {
        return until.getOrDefault(system, Instant.MIN).isAfter(world.now());
    }
}
