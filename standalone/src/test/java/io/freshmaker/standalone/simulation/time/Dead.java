package io.freshmaker.standalone.simulation.time;

/** Thrown where a process dies, and wherever a dead one still tries something. An error, so that nobody takes it for a failure. */
public final class Dead extends Error {

    public Dead(Machine machine) {
        super(machine + " is dead", null, false, false);
    }
}
