package io.freshmaker.benchmarks;

import io.freshmaker.benchmarks.BareReads.Answer;
import io.freshmaker.benchmarks.BareReads.Reader;
import java.sql.SQLException;
import java.util.List;

/** Something that people ask for, and the statements that its answer needs. */
record Read(String name, String path, Answer sql) {

    private static final String COUNT_EVENTS = "select sum(events) from event_tally_view where listed";
    private static final String COUNT_BUILDS = "select sum(builds) from build_tally_view";
    private static final String EVENTS =
            "select number, json from event_view where listed order by number desc limit ?";
    private static final String BUILDS = "select number, json from build_view order by number desc limit ?";
    private static final String EVENT = "select number, json from event_view where number = ?";
    private static final String BUILD = "select number, json from build_view where number = ?";
    private static final String BUILDS_OF =
            "select event_number, json from build_view where event_number = any(?) order by number";
    private static final String SUMMARIES_OF =
            "select event_number, state, count(*) from build_view where event_number = any(?) group by event_number,"
                    + " state";

    static Read events(int version, int perPage) {
        String path = "/api/%d/events/?per_page=%d".formatted(version, perPage);
        return new Read("api%d_events_page_%d".formatted(version, perPage), path, reader -> {
            reader.all(COUNT_EVENTS);
            builds(version, reader, reader.all(EVENTS, perPage));
        });
    }

    static Read event(int version, int number) {
        String path = "/api/%d/events/%d".formatted(version, number);
        return new Read(
                "api%d_event".formatted(version), path, reader -> builds(version, reader, reader.all(EVENT, number)));
    }

    static Read builds(int version, int perPage) {
        String path = "/api/%d/builds/?per_page=%d".formatted(version, perPage);
        return new Read("api%d_builds_page_%d".formatted(version, perPage), path, reader -> {
            reader.all(COUNT_BUILDS);
            reader.all(BUILDS, perPage);
        });
    }

    static Read build(int version, int number) {
        String path = "/api/%d/builds/%d".formatted(version, number);
        return new Read("api%d_build".formatted(version), path, reader -> reader.all(BUILD, number));
    }

    /** Of the large Event, with so many builds. */
    static Read graph(int builds) {
        return new Read("graph_%d".formatted(builds), "/api/3/events/0/graph", reader -> {
            reader.all("select e.number, e.json, p.json from event_view e join plan_view p using (event_key) where"
                    + " e.number = 0");
            reader.of(
                    List.of(0),
                    "select number, json, ended from build_view where event_number = any(?) order by number");
            reader.of(List.of(0), SUMMARIES_OF);
        });
    }

    static void builds(int version, Reader reader, List<Integer> events) throws SQLException {
        reader.of(events, version == 1 ? BUILDS_OF : SUMMARIES_OF);
    }
}
