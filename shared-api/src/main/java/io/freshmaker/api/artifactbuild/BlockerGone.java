package io.freshmaker.api.artifactbuild;

import org.jspecify.annotations.Nullable;

/** A fact after which a blocker blocks no more. */
public interface BlockerGone {

    /** What is gone. */
    Blocker blocker();

    /** What came of it and the blocked build may need: the rebuilt NVR of a parent. */
    @Nullable
    String product();
}
