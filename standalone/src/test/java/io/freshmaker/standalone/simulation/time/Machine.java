package io.freshmaker.standalone.simulation.time;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A process of the simulated world, ours or one outside. It may be frozen for a while, and it may die. */
public final class Machine {

    private final String name;
    private final Set<Runnable> deaths = new LinkedHashSet<>();
    private boolean dead;
    private Instant frozenUntil = Instant.MIN;

    public Machine(String name) {
        this.name = name;
    }

    /** Does nothing until then, as if it were stopped by a signal. */
    public void freezeUntil(Instant end) {
        frozenUntil = end;
    }

    /** Nothing that it still tries reaches anything. Its world buries it after the current step. */
    public void die() {
        dead = true;
    }

    public boolean isDead() {
        return dead;
    }

    /** What is done when it is buried, such as closing its connections. */
    public void onDeath(Runnable death) {
        deaths.add(death);
    }

    /** It has been done meanwhile. */
    public void forget(Runnable death) {
        deaths.remove(death);
    }

    /** To be asked before anything outside of its memory is touched. */
    public void checkAlive() {
        if (dead) throw new Dead(this);
    }

    boolean mayActAt(Instant now) {
        return !dead && !frozenUntil.isAfter(now);
    }

    Instant frozenUntil() {
        return frozenUntil;
    }

    void bury() {
        List.copyOf(deaths).forEach(Runnable::run);
        deaths.clear();
    }

    @Override
    public String toString() {
        return name;
    }
}
