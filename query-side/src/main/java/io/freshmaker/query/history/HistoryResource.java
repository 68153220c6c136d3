package io.freshmaker.query.history;

import io.freshmaker.query.build.Builds;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to an Event and its builds, or to one build, oldest first. */
@RestController
class HistoryResource {

    private final Events events;
    private final Builds builds;
    private final History history;

    HistoryResource(Events events, Builds builds, History history) {
        this.events = events;
        this.builds = builds;
        this.history = history;
    }

    /** With {@code builds=false} without the facts of its builds, of which there may be thousands. */
    @Operation(
            operationId = "getHistory",
            summary = "Every stored fact of the Event, its composes and its builds, oldest first",
            tags = "events")
    @Refuses(status = 400, when = "`builds` is neither true nor false.")
    @Refuses(status = 404, when = "There is no such Event.")
    @GetMapping("/api/3/events/{id:[0-9]+}/history")
    Past history(
            @PathVariable String id,
            @Parameter(description = "`false`: without the facts of its builds.", schema = @Schema(type = "boolean"))
                    @RequestParam(name = "builds", defaultValue = "true")
                    String withBuilds) {
        EventRow event = events.find(id);
        return new Past(isWished(withBuilds) ? history.of(event) : history.withoutBuilds(event));
    }

    @Operation(
            operationId = "getBuildHistory",
            summary = "Every stored fact of the build, oldest first",
            tags = "builds")
    @Refuses(status = 404, when = "There is no such build.")
    @GetMapping("/api/3/builds/{id:[0-9]+}/history")
    Past ofBuild(@PathVariable String id) {
        return new Past(history.of(builds.find(id).buildKey()));
    }

    private static boolean isWished(String answer) {
        return switch (answer) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ApiError.badRequest("'builds' must be true or false, not '%s'.".formatted(answer));
        };
    }

    /** All of it. */
    record Past(List<PastFact> items) {}
}
