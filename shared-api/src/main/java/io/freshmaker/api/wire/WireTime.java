package io.freshmaker.api.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the original writes them: UTC, whole seconds, {@code 2017-08-21T13:42:20Z} (spec §10.1). */
public final class WireTime {

    private WireTime() {}

    public static String of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
