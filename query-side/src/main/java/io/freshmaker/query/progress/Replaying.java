package io.freshmaker.query.progress;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is.
 *
 * @param projection all read models, or the one that is replayed
 * @param facts how many were read again
 * @param of how many there are to read
 * @param perSecond on average since it began; null before
 * @param estimatedEnd if it goes on like that; null while that is not known
 */
public record Replaying(
        @JsonProperty("projection") String projection,
        @JsonProperty("started") @Nullable Instant started,
        @JsonProperty("facts") long facts,
        @JsonProperty("of") long of,
        @JsonProperty("percent") int percent,
        @JsonProperty("per_second") @Nullable Long perSecond,
        @JsonProperty("estimated_end") @Nullable Instant estimatedEnd) {

    private static final double MILLIS = 1e3;

    static Replaying of(ReplayRequest request, long facts, long of, Instant now) {
        int percent = of == 0 ? 0 : (int) (facts * 100 / of);
        Instant started = request.started();
        if (started == null || facts == 0) {
            return new Replaying(request.projection(), started, facts, of, percent, null, null);
        }
        double perMilli =
                facts / (double) Math.max(1, Duration.between(started, now).toMillis());
        Instant end = now.plusMillis((long) ((of - facts) / perMilli));
        return new Replaying(request.projection(), started, facts, of, percent, Math.round(perMilli * MILLIS), end);
    }

    /** In a few words, e.g. {@code events 43%}. */
    public String inShort() {
        return "%s %d%%".formatted(projection, percent);
    }
}
