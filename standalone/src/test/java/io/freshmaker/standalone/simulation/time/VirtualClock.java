package io.freshmaker.standalone.simulation.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Inside a simulated world its time, outside of any the real one. One object for all, because libraries keep theirs in statics. */
public final class VirtualClock extends Clock {

    public static final VirtualClock INSTANCE = new VirtualClock();

    private VirtualClock() {}

    @Override
    public Instant instant() {
        World world = World.current();
        return world == null ? Clock.systemUTC().instant() : world.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
