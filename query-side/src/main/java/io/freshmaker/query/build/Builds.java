package io.freshmaker.query.build;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.query.event.BuildsOfEvents;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds builds: one, those of an Event, those of a page of Events. */
@Component
public class Builds implements BuildsOfEvents {

    private static final List<Integer> OPEN = Arrays.stream(BuildState.values())
            .filter(state -> !state.isFinal())
            .map(BuildState::id)
            .toList();

    private final BuildRows rows;

    Builds(BuildRows rows) {
        this.rows = rows;
    }

    /** By the digits in a path; no such build is a 404 with the original's text. */
    public BuildRow find(String number) {
        return known(number).orElseThrow(() -> ApiError.notFound("No such build found."));
    }

    /** Whether there is one with the digits in a path as its id. */
    public boolean exists(String number) {
        return known(number).isPresent();
    }

    private Optional<BuildRow> known(String number) {
        return Named.number(number).flatMap(rows::findByNumber);
    }

    /** All builds of an Event, in the order of their ids. */
    public List<BuildRow> of(int event) {
        return rows.findByEventNumberOrderByNumber(event);
    }

    /** Those with these numbers, in this order. */
    List<BuildJson> json(List<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        Map<Integer, BuildJson> found =
                rows.findByNumberIn(numbers).stream().collect(toMap(BuildRow::number, BuildRow::json));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those that have rows, in the order of their ids. */
    public List<BuildRow> numbered(Collection<Integer> numbers) {
        return numbers.isEmpty() ? List.of() : rows.findByNumberInOrderByNumber(numbers);
    }

    /** Those that have rows, by the ids of their aggregates. */
    public List<BuildRow> keyed(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : rows.findByBuildKeyIn(keys);
    }

    /** Whether a build of this Event waits or runs. */
    public boolean anyOpen(int event) {
        return rows.countIn(event, OPEN) > 0;
    }

    @Override
    public Map<Integer, List<BuildJson>> of(Collection<Integer> events) {
        if (events.isEmpty()) return Map.of();
        return rows.jsonOf(events).stream().map(BuildRow::jsonOf).collect(groupingBy(BuildJson::eventId));
    }

    @Override
    public Map<Integer, Map<String, Integer>> summaries(Collection<Integer> events) {
        Map<Integer, Map<String, Integer>> summaries = new HashMap<>();
        if (events.isEmpty()) return summaries;
        for (BuildRows.Count count : rows.countByState(events)) {
            Map<String, Integer> summary = summaries.computeIfAbsent(count.getEvent(), _ -> new TreeMap<>());
            summary.put(BuildState.values()[count.getState()].name(), (int) count.getBuilds());
            summary.merge("total", (int) count.getBuilds(), Integer::sum);
        }
        return summaries;
    }
}
