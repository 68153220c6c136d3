package io.freshmaker.standalone.simulation.build;

import io.freshmaker.command.port.Unavailable;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Calls of one process to a system outside: they take time, are not heard, not answered, or hang until they time out. */
public final class OutsideCalls {

    private static final Duration LONGEST = Duration.ofSeconds(2);
    /** After that who calls gives up. */
    public static final Duration TIME_OUT = Duration.ofSeconds(30);

    private final World world;
    private final Faults faults;
    private final Machine machine;
    private final Outages outages;
    private final String system;

    /** @param system its name, by which it may be away */
    public OutsideCalls(World world, Faults faults, Machine machine, Outages outages, String system) {
        this.world = world;
        this.faults = faults;
        this.machine = machine;
        this.outages = outages;
        this.system = system;
    }

    /** Those of the same process to another system. */
    public OutsideCalls to(String other) {
        return new OutsideCalls(world, faults, machine, outages, other);
    }

    /**
     * Does something there and answers, unless something goes wrong. A process that is frozen before its request is heard finds it
     * timed out; whether one wakes up and still sends it in that moment is decision 27's last sentence, and no world of ours has it.
     */
    public <T extends Object> T call(String what, Supplier<T> effect) {
        machine.checkAlive();
        if (outages.isAway(system)) throw new Unavailable(system + " is away: " + what);
        dieIf(Fault.DIES_BEFORE_CALL);
        if (faults.strikes(Fault.CALL_FAILS)) throw new Unavailable("nobody hears " + what);
        if (faults.strikes(Fault.CALL_HANGS)) throw hang(what, effect);
        if (faults.strikes(Fault.CALL_WAITS)) waitToBeHeard(what);
        T answer = effect.get();
        dieIf(Fault.DIES_BEFORE_ANSWER);
        if (faults.strikes(Fault.CALL_FAILS_THOUGH_HEARD)) throw new Unavailable("nobody answers " + what);
        if (faults.strikes(Fault.CALL_WAITS)) world.pause("for an answer: " + what, world.upTo(LONGEST), false);
        machine.checkAlive();
        dieIf(Fault.DIES_AFTER_ANSWER);
        return answer;
    }

    private void waitToBeHeard(String what) {
        Instant end = world.now().plus(TIME_OUT);
        world.pause("to be heard: " + what, world.upTo(LONGEST), false);
        if (world.now().isAfter(end)) throw new Unavailable(what + " timed out");
    }

    private void dieIf(Fault death) {
        if (!faults.strikes(death)) return;
        machine.die();
        machine.checkAlive();
    }

    boolean strikes(Fault fault) {
        return faults.strikes(fault);
    }

    /** It may be heard at any time before its caller gives up. */
    private <T> Unavailable hang(String what, Supplier<T> effect) {
        boolean heard = world.random().nextBoolean();
        Duration before = world.upTo(TIME_OUT);
        Instant end = world.now().plus(TIME_OUT);
        world.pause("hanging: " + what, before, false);
        if (heard && !world.now().isAfter(end)) note(effect.get());
        world.pause("still hanging: " + what, TIME_OUT.minus(before), false);
        return new Unavailable(what + " timed out");
    }

    private void note(Object unheard) {
        world.note("nobody waits any more for " + unheard);
    }
}
