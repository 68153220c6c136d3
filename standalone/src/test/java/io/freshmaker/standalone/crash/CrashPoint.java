package io.freshmaker.standalone.crash;

import java.util.Random;

/** Where the house dies: right before or right after the commit of the nth transaction with that step. */
record CrashPoint(Step step, int occurrence, boolean beforeCommit) {

    static CrashPoint random(Random random) {
        Step step = Step.values()[random.nextInt(Step.values().length)];
        return new CrashPoint(step, 1 + random.nextInt(step.usual()), random.nextBoolean());
    }

    @Override
    public String toString() {
        return "%s commit %d of %s".formatted(beforeCommit ? "before" : "after", occurrence, step);
    }
}
