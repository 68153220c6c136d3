package io.freshmaker.standalone.simulation.fault;

import java.util.EnumSet;
import java.util.Set;

/** Something that goes wrong. Its rate is how often it does, of the times when it could; each seed has it never, less or more often. */
public enum Fault {
    // A process
    DIES(0.002),
    DIES_BEFORE_COMMIT(0.002),
    DIES_AFTER_COMMIT(0.002),
    FREEZES(0.0005),
    CANCELS(0.002), // no failure, but somebody who wants something else

    // The database
    DATABASE_RESTARTS(0.0003),
    COMMIT_WAITS(0.03),
    COMMIT_FAILS(0.004),
    COMMIT_IS_NOT_ANSWERED(0.004),

    // A call to the build system, and who makes it
    DIES_BEFORE_CALL(0.001),
    DIES_BEFORE_ANSWER(0.001),
    DIES_AFTER_ANSWER(0.001),
    CALL_WAITS(0.2),
    CALL_FAILS(0.05),
    CALL_FAILS_THOUGH_HEARD(0.05),
    CALL_HANGS(0.02),
    BUILD_IS_REFUSED(0.02),
    BUILD_IS_DENIED(0.1),
    BUILD_FAILS(0.08),
    BUILD_IS_STOPPED(0.02),
    REPORT_IS_LATE(0.1),
    REPORT_IS_REPEATED(0.15),
    HINT_IS_LOST(0.2),

    // The bus
    DELIVERY_IS_LATE(0.3),
    DELIVERY_IS_REPEATED(0.2),
    DELIVERY_IS_DROPPED(0.2),
    MESSAGE_IS_LOST(0.15), // for ever
    PUBLISHING_FAILS(0.02),
    PUBLISHING_FAILS_HALFWAY(0.02),
    CONFIRM_IS_LOST(0.02);

    /** After which a process is made anew. */
    public static final Set<Fault> DEATHS = EnumSet.of(
            DIES, DIES_BEFORE_COMMIT, DIES_AFTER_COMMIT, DIES_BEFORE_CALL, DIES_BEFORE_ANSWER, DIES_AFTER_ANSWER);

    /** What would change how builds end, or whether anybody still wants them. */
    public static final Set<Fault> DECISIONS =
            EnumSet.of(CANCELS, BUILD_FAILS, BUILD_IS_STOPPED, BUILD_IS_REFUSED, MESSAGE_IS_LOST);

    private final double rate;

    Fault(double rate) {
        this.rate = rate;
    }

    double rate() {
        return rate;
    }
}
