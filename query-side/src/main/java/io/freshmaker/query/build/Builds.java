package io.freshmaker.query.build;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds builds: one, and those of an Event. */
@Component
public class Builds {

    private static final List<Integer> OPEN = Arrays.stream(BuildState.values())
            .filter(state -> !state.isFinal())
            .map(BuildState::id)
            .toList();

    private static final String JSON = "select json from build_view where number = ?";

    private final BuildRows rows;
    private final JdbcTemplate sql;

    Builds(BuildRows rows, JdbcTemplate sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /** By the digits in a path; no such build is a 404 with the original's text. */
    public BuildRow find(String number) {
        return known(number).orElseThrow(Builds::unknown);
    }

    /** As {@link #find}, for who wants nothing but to show it: one statement, no transaction and no entity. */
    StoredBuild show(String number) {
        return Named.number(number).flatMap(this::stored).orElseThrow(Builds::unknown);
    }

    /** Whether there is one with the digits in a path as its id. */
    public boolean exists(String number) {
        return known(number).isPresent();
    }

    private Optional<StoredBuild> stored(int number) {
        return sql.query(JSON, (row, _) -> new StoredBuild(row.getString(1)), number).stream()
                .findFirst();
    }

    private static ApiError unknown() {
        return ApiError.notFound("No such build found.");
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
}
