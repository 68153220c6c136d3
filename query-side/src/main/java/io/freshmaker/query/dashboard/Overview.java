package io.freshmaker.query.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.wire.EventJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes on now, and what has since yesterday.
 *
 * @param time when it was looked
 * @param runningTotal Events that run, of which {@code running} has the newest
 * @param recent the newest Events that have ended
 * @param waiting builds that have been in their state for longest
 * @param failed builds that failed since yesterday, without those that failed because of them
 * @param unplanned Events that could not be planned since yesterday
 */
record Overview(
        Instant time,
        @JsonProperty("running_total") long runningTotal,
        List<EventJson> running,
        List<EventJson> recent,
        List<Wait> waiting,
        List<Failure> failed,
        List<EventJson> unplanned,
        List<Source> sources) {

    /**
     * A build that waits, and for whom: for its parents and composes, or, when these are there or it runs, for the build system.
     *
     * @param built whether the build system has built it, and it waits for the look at what it contains
     */
    record Wait(
            int build,
            int event,
            String name,
            String state,
            Instant since,
            @JsonProperty("external_id") @Nullable String externalId,
            boolean built,
            @JsonProperty("waits_for") List<Parent> waitsFor,
            List<AwaitedCompose> composes) {}

    /** A build that another one waits for. */
    record Parent(int build, String name, String state) {}

    /** A compose that a build waits for; {@code odcsId} is null until ODCS has it. */
    record AwaitedCompose(
            String id, @JsonProperty("odcs_id") @Nullable Long odcsId, Instant deadline) {}

    /** A build that failed by itself, and how many cannot be built because of it. */
    record Failure(
            int build,
            int event,
            String name,
            Instant time,
            @Nullable String text,
            int blocks) {}

    /**
     * Who tells us things.
     *
     * @param kind {@code bus}: a topic; {@code builds}: a build system; {@code look}: a regular look at a system outside;
     *     {@code catch-up}: a source that is read for what messages left untold
     * @param last when it spoke or was read last; null for a look, of which only the next is known
     * @param due when it is looked next; null for what speaks by itself
     */
    record Source(
            String kind,
            String name,
            @Nullable Instant last,
            @Nullable Instant due) {}
}
