package io.freshmaker.query.build;

import static java.util.stream.Collectors.groupingBy;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.query.event.BuildsOfEvents;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the builds of many Events by statements that are the same for any number of them, so that PostgreSQL knows them already. */
@Component
class EventBuilds implements BuildsOfEvents {

    private static final String ALL = "select json from build_view where event_number = any(?) order by number";

    private static final String BY_STATE = """
        select event_number, state, count(*) from build_view where event_number = any(?) group by event_number, state
        """;

    private final JdbcTemplate sql;

    EventBuilds(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public Map<Integer, List<BuildJson>> of(Collection<Integer> events) {
        if (events.isEmpty()) return Map.of();
        return sql.query(ALL, (row, _) -> BuildRow.jsonOf(row.getString(1)), array(events)).stream()
                .collect(groupingBy(BuildJson::eventId));
    }

    @Override
    public Map<Integer, Map<String, Integer>> summaries(Collection<Integer> events) {
        Map<Integer, Map<String, Integer>> summaries = new HashMap<>();
        if (events.isEmpty()) return summaries;
        sql.query(
                BY_STATE,
                row -> {
                    Map<String, Integer> summary = summaries.computeIfAbsent(row.getInt(1), _ -> new TreeMap<>());
                    summary.put(BuildState.values()[row.getInt(2)].name(), row.getInt(3));
                    summary.merge("total", row.getInt(3), Integer::sum);
                },
                array(events));
        return summaries;
    }

    private static Object array(Collection<Integer> events) {
        return events.toArray(Integer[]::new);
    }
}
