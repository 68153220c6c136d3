package io.freshmaker.query.dashboard;

import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.event.Events;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the first page shows: each list is short, whatever there is. */
@RestController
class OverviewResource {

    private static final Duration SINCE_YESTERDAY = Duration.ofDays(1);

    private final Events events;
    private final Waits waits;
    private final Failures failures;
    private final Sources sources;
    private final Clock clock;

    OverviewResource(Events events, Waits waits, Failures failures, Sources sources, Clock clock) {
        this.events = events;
        this.waits = waits;
        this.failures = failures;
        this.sources = sources;
        this.clock = clock;
    }

    @Operation(
            operationId = "getOverview",
            summary = "What goes on now, and what has since yesterday",
            tags = "overview")
    @GetMapping("/api/3/overview")
    Overview overview() {
        Instant now = clock.instant();
        Instant yesterday = now.minus(SINCE_YESTERDAY);
        return new Overview(
                now,
                events.countRunning(),
                events.running(),
                events.ended(),
                waits.longest(),
                failures.since(yesterday),
                events.failed().stream()
                        .filter(event -> endedAfter(event, yesterday))
                        .toList(),
                sources.all());
    }

    private static boolean endedAfter(EventJson event, Instant time) {
        String done = event.timeDone();
        return done != null && Instant.parse(done).isAfter(time);
    }
}
