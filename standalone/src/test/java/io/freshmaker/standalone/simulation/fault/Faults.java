package io.freshmaker.standalone.simulation.fault;

import io.freshmaker.standalone.simulation.time.World;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Lets things go wrong, each kind as often as its world's seed wants it: never, seldom, often or very often. */
public final class Faults {

    private static final double[] SHARES = {0, 0.5, 1, 3};

    private final World world;
    private final Map<Fault, Double> rates = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private boolean over;

    /** @param any whether there are any at all */
    public Faults(World world, boolean any) {
        this(world, any, Map.of());
    }

    /** @param certain rates that some kinds have, whatever the seed wants */
    public Faults(World world, boolean any, Map<Fault, Double> certain) {
        this.world = world;
        Random random = world.random();
        for (Fault fault : Fault.values()) {
            double share = SHARES[random.nextInt(SHARES.length)];
            rates.put(fault, any ? fault.rate() * share : 0);
        }
        rates.putAll(certain);
    }

    /** Whether it goes wrong now. */
    public boolean strikes(Fault fault) {
        if (over || world.random().nextDouble() >= rates.getOrDefault(fault, 0.0)) return false;
        counts.merge(fault, 1, Integer::sum);
        world.note("! " + fault);
        return true;
    }

    /** It does not happen any more. */
    public void cease(Fault fault) {
        rates.put(fault, 0.0);
    }

    /** Nothing goes wrong any more. */
    public void end() {
        over = true;
        world.note("no more faults");
    }

    /** How often each happened. */
    public Map<Fault, Integer> counts() {
        return counts;
    }
}
