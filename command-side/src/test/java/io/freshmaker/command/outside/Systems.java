package io.freshmaker.command.outside;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Politeness for tests: two attempts, one second. */
public final class Systems {

    public static final Politeness QUICK = new Politeness(Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 4);

    private Systems() {}

    public static OutsideSystems some() {
        return new OutsideSystems(new SimpleMeterRegistry());
    }

    public static Http http(String system) {
        return new Http(some().system(system, QUICK), QUICK, null);
    }
}
