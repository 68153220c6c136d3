package io.freshmaker.api.artifactbuild;

/** A fact after which a blocker will never go: what it blocks ends in the same way. */
public interface BlockerStuck {

    /** What stays. */
    Blocker blocker();

    /** Where it began. */
    Culprit culprit();

    /** How the blocked build ends. */
    BuildState end();
}
