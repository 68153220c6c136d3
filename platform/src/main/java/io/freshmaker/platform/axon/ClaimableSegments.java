package io.freshmaker.platform.axon;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The segments that a process may claim. It has some twenty processors, each of which asks for its own every two seconds: what is
 * read for one is read for all, and is as good as new for one second. Who claims what somebody else took in that second is refused.
 */
final class ClaimableSegments {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final RowMapper<Claim> ROW = (row, _) -> new Claim(
            row.getString("processor_name"),
            row.getInt("segment"),
            row.getString("owner"),
            DateTimeUtils.parseInstant(row.getString("timestamp")));

    private final JdbcTemplate sql;
    private final ProcessName self;
    private final Duration claimTimeout;
    private final InstantSource clock;
    private volatile Look last = new Look(Instant.MIN, Map.of());

    /** @param claimTimeout how long a claim is valid that is not renewed */
    ClaimableSegments(JdbcTemplate sql, ProcessName self, Duration claimTimeout, InstantSource clock) {
        this.sql = sql;
        this.self = self;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    /** Who held a segment, and when that was last renewed. */
    private record Claim(
            String processor, int segment, @Nullable String owner, Instant at) {}

    private record Look(Instant at, Map<String, List<Segment>> claimable) {

        boolean isGoodFor(String processor, Instant now) {
            boolean isFresh = !now.isBefore(at) && !now.isAfter(at.plus(FRESH)); // clocks may be put back
            return isFresh && claimable.containsKey(processor);
        }
    }

    /** Those of a processor that nobody holds, that this process holds, or whose holder is silent for too long. */
    List<Segment> of(String processor) {
        Instant now = clock.instant();
        Look known = last;
        if (!known.isGoodFor(processor, now)) {
            known = look(now);
            last = known;
        }
        return known.claimable().getOrDefault(processor, List.of());
    }

    private Look look(Instant now) {
        Map<String, List<Segment>> claimable = new HashMap<>();
        sql.query("select processor_name, segment, owner, timestamp from token_entry order by segment", ROW).stream()
                .collect(groupingBy(Claim::processor))
                .forEach((processor, claims) -> claimable.put(processor, claimable(claims, now)));
        return new Look(now, claimable);
    }

    private List<Segment> claimable(List<Claim> claims, Instant now) {
        int[] all = claims.stream().mapToInt(Claim::segment).toArray();
        return claims.stream()
                .filter(claim -> mayTake(claim, now))
                .map(claim -> Segment.computeSegment(claim.segment(), all))
                .toList();
    }

    private boolean mayTake(Claim claim, Instant now) {
        return claim.owner() == null
                || claim.owner().equals(self.value())
                || claim.at().plus(claimTimeout).isBefore(now);
    }
}
