package io.freshmaker.benchmarks;

import io.freshmaker.api.trigger.EventType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What people ask for at once: pages of lists, with filters and without, the first ones and deep ones, and single things. */
final class ReadMix {

    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final int PAGE = 10;
    private static final int EVENT_TYPE = EventType.GitModuleMetadataChangeEvent.id();

    private static final String BUILDS_WHERE = "select number, json from build_view where ";
    private static final String EVENTS_WHERE = "select number, json from event_view where listed and ";
    private static final String NEWEST = " order by number desc limit 10";

    private final LongHistory history;
    private final List<Kind> kinds;

    /** Makes one of its kind out of any number. */
    private interface Kind {
        Read of(int any);
    }

    ReadMix(LongHistory history) {
        this.history = history;
        kinds = List.of(
                _ -> Read.events(1, PAGE),
                _ -> Read.events(2, 10 * PAGE),
                any -> Read.event(1, event(any)),
                any -> Read.event(2, event(any)),
                _ -> Read.builds(1, PAGE),
                any -> Read.build(1, build(any)),
                any -> builds("event_id", "event_number = ?", event(any)),
                any -> builds("dep_on_id", "dep_on_id = ?", build(any)),
                any -> builds("build_id", "build_id = ?", 1_000_000L + build(any)),
                any -> builds("name", "name = ?", "image-" + any % 500),
                any -> builds(
                        "original_nvr",
                        "original_nvr = ?",
                        Objects.requireNonNull(past(any).artifact().originalNvr())),
                _ -> builds("state", "state = ?", 2),
                any -> builds(
                        "event_search_key",
                        "event_number in (select number from event_view where search_key = ?)",
                        past(any).event().json(List.of()).searchKey()),
                _ -> ofType(),
                any -> events(
                        "search_key",
                        "search_key = ?",
                        past(any).event().json(List.of()).searchKey()),
                _ -> events("state", "state = ?", 3),
                any -> deepEvents(any),
                any -> deepBuilds(any),
                _ -> sorted());
    }

    int kinds() {
        return kinds.size();
    }

    /** All kinds in turn, each time about something else. */
    Read get(int index) {
        return kinds.get(index % kinds.size()).of((int) ((index / kinds.size() + 1) * MIXER >>> 33));
    }

    private int event(int any) {
        return any % history.events() / 10 * 10 + 1 + any % 9;
    }

    private int build(int any) {
        return 1 + any % history.builds();
    }

    private PastBuild past(int any) {
        return PastBuild.of(history.event(event(any)), 0);
    }

    private static Read builds(String filter, String where, Object value) {
        boolean tallied = filter.equals("state");
        return new Read("builds_" + filter, "/api/1/builds/?%s=%s".formatted(filter, encoded(value)), reader -> {
            reader.all(
                    (tallied
                                    ? "select sum(builds) from build_tally_view where "
                                    : "select count(*) from build_view where ")
                            + where,
                    value);
            reader.all(BUILDS_WHERE + where + NEWEST, value);
        });
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    private static Read ofType() {
        return new Read("builds_event_type_id", "/api/1/builds/?event_type_id=" + EVENT_TYPE, reader -> {
            reader.all(
                    "select sum(builds) from event_builds_view join event_view on number = event_number"
                            + " where event_type_id = ?",
                    EVENT_TYPE);
            reader.all(
                    BUILDS_WHERE + "event_number in (select number from event_view where event_type_id = ?)" + NEWEST,
                    EVENT_TYPE);
        });
    }

    private static Read events(String filter, String where, Object value) {
        boolean tallied = filter.equals("state");
        return new Read("events_" + filter, "/api/2/events/?%s=%s".formatted(filter, encoded(value)), reader -> {
            reader.all(
                    (tallied
                                    ? "select sum(events) from event_tally_view where listed and "
                                    : "select count(*) from event_view where listed and ")
                            + where,
                    value);
            Read.builds(2, reader, reader.all(EVENTS_WHERE + where + NEWEST, value));
        });
    }

    private Read deepEvents(int any) {
        int page = 1 + any % (history.events() * 9 / 10 / PAGE);
        return new Read("events_deep_page", "/api/2/events/?page=" + page, reader -> {
            reader.all("select sum(events) from event_tally_view where listed");
            Read.builds(
                    2,
                    reader,
                    reader.all(
                            "select number, json from event_view where listed and number <= ?" + NEWEST, event(any)));
        });
    }

    private Read deepBuilds(int any) {
        int page = 1 + any % (history.builds() / PAGE);
        return new Read("builds_deep_page", "/api/1/builds/?page=" + page, reader -> {
            reader.all("select sum(builds) from build_tally_view");
            reader.all("select number, json from build_view where number <= ?" + NEWEST, build(any));
        });
    }

    private static Read sorted() {
        return new Read("builds_order_by_name", "/api/2/builds/?order_by=-name&per_page=20", reader -> {
            reader.all("select sum(builds) from build_tally_view");
            reader.all("select number, json from build_view order by name desc, number desc limit 20");
        });
    }
}
