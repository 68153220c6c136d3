package io.freshmaker.command.outside;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Politeness for tests: two attempts, one second, and hardly a pause between them. */
public final class Systems {

    public static final Politeness QUICK = new Politeness(Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 4);

    /** For a machine that is too busy to answer in a second. */
    public static final Politeness PATIENT = new Politeness(Duration.ofSeconds(20), Duration.ofSeconds(20), 2, 4);

    /** In bytes, of the systems that {@link #http(String, Politeness)} calls. */
    static final long LONGEST_ANSWER = 64 << 10;

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Systems() {}

    public static OutsideSystems some() {
        return new OutsideSystems(new SimpleMeterRegistry(), PAUSE);
    }

    public static Http http(String system) {
        return new Http(some().system(system, QUICK), QUICK, null);
    }

    /** One that may not say much. */
    public static Http http(String system, Politeness politeness) {
        return http(system, politeness, Identity.NOBODY);
    }

    /** The same, which wants to know who we are. */
    public static Http http(String system, Politeness politeness, Identity identity) {
        return new Http(some().system(system, politeness), politeness, null, identity, LONGEST_ANSWER);
    }
}
