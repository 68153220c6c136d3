package io.freshmaker.api.artifactbuild;

/** A fact after which a blocker blocks no more. */
public interface BlockerGone {

    /** What is gone. */
    Blocker blocker();

    /** What came of it and the blocked build needs: the rebuilt NVR of a parent, or its name where it has none; may be empty. */
    String product();
}
