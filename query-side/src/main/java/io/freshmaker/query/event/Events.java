package io.freshmaker.query.event;

import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds Events and gives them in the full or in the short form. */
@Component
public class Events {

    private static final Map<String, Integer> NO_BUILDS = Map.of("total", 0);

    private final EventRows rows;
    private final BuildsOfEvents builds;

    Events(EventRows rows, BuildsOfEvents builds) {
        this.rows = rows;
        this.builds = builds;
    }

    /** By the digits in a path; no such Event is a 404 with the original's text. */
    public EventRow find(String number) {
        return Named.number(number)
                .flatMap(rows::findByNumber)
                .orElseThrow(() -> ApiError.notFound("No such event found."));
    }

    /** With all of its builds. */
    public EventJson full(EventRow event) {
        return full(List.of(event)).getFirst();
    }

    /** With the numbers of its builds by state. */
    public EventJson brief(EventRow event) {
        return brief(List.of(event)).getFirst();
    }

    List<EventJson> full(List<EventRow> events) {
        Map<Integer, List<BuildJson>> all = builds.of(numbers(events));
        return events.stream()
                .map(event -> event.json().withBuilds(all.getOrDefault(event.number(), List.of())))
                .toList();
    }

    List<EventJson> brief(List<EventRow> events) {
        Map<Integer, Map<String, Integer>> all = builds.summaries(numbers(events));
        return events.stream()
                .map(event -> event.json().withSummary(all.getOrDefault(event.number(), NO_BUILDS)))
                .toList();
    }

    private static List<Integer> numbers(List<EventRow> events) {
        return events.stream().map(EventRow::number).toList();
    }
}
