package io.freshmaker.query.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last wish for a replay.
 *
 * @param projection all read models, or the one that is replayed
 * @param started when it was taken up; null until then
 */
public record ReplayRequest(String projection, @Nullable Instant started) {

    public boolean isPending() {
        return started == null;
    }

    /** Whether rows of that projection are missing while it is under way. */
    boolean concerns(String other, String all) {
        return projection.equals(all) || other.equals(all) || projection.equals(other);
    }
}
