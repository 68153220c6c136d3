package io.freshmaker.query.build;

import io.freshmaker.api.wire.Wire.DepOn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the numbers and names of the builds that were planned last. Both are facts that never change, so what is remembered
 * is right whatever becomes of the transaction; it saves one statement for each build of a large plan.
 */
final class KnownParents {

    private static final int MOST = 20_000;

    private final Map<String, DepOn> newest = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DepOn> eldest) {
            return size() > MOST;
        }
    };

    synchronized void remember(ProjectedBuild build) {
        newest.put(build.key(), build.asParent());
    }

    synchronized boolean know(String buildKey) {
        return newest.containsKey(buildKey);
    }

    synchronized Optional<DepOn> find(String buildKey) {
        return Optional.ofNullable(newest.get(buildKey));
    }
}
