package io.freshmaker.query.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import io.freshmaker.query.testing.Story.Told;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The lists of {@code /api/3}. All tests share one database, so each asks for what is its own. */
@RunningQuerySide
class ListsIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    Actors actors;

    @Test
    void events_are_found_by_each_filter() {
        Story cause = Story.registered().with("base").planned();
        Story story =
                Story.registered().with("base").because(cause, "base", "mod").planned();
        facts.store(cause.told());
        facts.store(story.started("base", "1001").failed("base", "base").told());
        String own = "&search_key=" + story.searchKey();

        for (String found : List.of(
                "state=BUILDING",
                "state=1",
                "state=failed&state=building",
                "type=BodhiUpdateCompleteStableEvent",
                "type=5&type=0",
                "reason=RPM_UPDATED",
                "reason=module_built&reason=NO_CANDIDATES",
                "reason=BLOCKED",
                "package=bash",
                "artifact=mod",
                "artifact=mod&stream=1",
                "original_nvr=base-1-1",
                "rebuilt_nvr=base-1-1.1785578400",
                "since=2026-08-01T10:00:00Z&until=2026-08-01T12:00:01%2B02:00",
                "limit=1000&seen=" + facts.store(Story.registered().told()).getLast())) {
            assertThat(ids("events", found + own)).as(found).containsExactly(story.number());
        }
        for (String empty : List.of(
                "state=COMPLETE",
                "type=4",
                "reason=NOT_ALLOWED",
                "package=zlib",
                "artifact=base&stream=1",
                "artifact=other",
                "original_nvr=base-1-2",
                "rebuilt_nvr=x",
                "since=2026-08-01T10:00:01Z",
                "until=2026-08-01T10:00:00Z")) {
            assertThat(ids("events", empty + own)).as(empty).isEmpty();
        }
    }

    @Test
    void events_are_found_by_the_name_of_who_asked_for_them() {
        int number = 690_001; // other tests count from elsewhere
        Request request = new Request("asked-" + number, Way.API, actors.of("jane of " + number), List.of(), Map.of());
        ManualRebuild rebuild = new ManualRebuild(number, List.of(), request);
        RegisterEvent wanted = RegisterEvent.of(request.id(), rebuild, false);
        facts.store(
                new Told(
                        new EventRegistered(wanted.eventId(), number, wanted.messageId(), rebuild, false),
                        Instant.now()),
                new Told(
                        new EventSkipped(
                                wanted.eventId(), Reason.of(ReasonCode.UNKNOWN_ADVISORY, "advisory", "x"), List.of()),
                        Instant.now()));

        assertThat(ids("events", "requester=jane%20of%20" + number)).containsExactly(number);
        assertThat(ids("events", "requester=nobody&requester=jane%20of%20" + number))
                .containsExactly(number);
        assertThat(ids("events", "requester=nobody")).isEmpty();
        assertThat(ids("events", "requester=" + rebuild.request().requester()))
                .as("ids are no names")
                .isEmpty();
    }

    @Test
    void builds_are_found_by_each_filter() {
        Story cause = Story.registered().with("base").planned();
        Story story = Story.registered()
                .with("base")
                .with("app", "base")
                .because(cause, "base", "mod")
                .planned();
        facts.store(cause.told());
        facts.store(story.started("base", "1001")
                .failed("base", "base")
                .failed("app", "base")
                .told());
        String own = "&event=" + story.number();
        List<Integer> base = List.of(story.build("base"));
        List<Integer> app = List.of(story.build("app"));
        List<Integer> mod = List.of(story.build("mod"));

        assertThat(ids("builds", own)).containsExactly(story.build("mod"), story.build("app"), story.build("base"));
        assertThat(ids("builds", "event=" + cause.number() + own)).hasSize(4);
        assertThat(ids("builds", "name=base&name=other" + own)).isEqualTo(base);
        assertThat(ids("builds", "state=PLANNED&type=module" + own)).isEqualTo(mod);
        assertThat(ids("builds", "state=2&type=1&type=2" + own)).hasSize(2);
        assertThat(ids("builds", "stream=1" + own)).isEqualTo(mod);
        assertThat(ids("builds", "reason=MODULE_BUILT" + own)).isEqualTo(mod);
        assertThat(ids("builds", "reason=DEPENDENCY_FAILED" + own)).isEqualTo(app);
        assertThat(ids("builds", "original_nvr=app-1-1" + own)).isEqualTo(app);
        assertThat(ids("builds", "rebuilt_nvr=base-1-1.1785578400" + own)).isEqualTo(base);
        assertThat(ids("builds", "since=2026-08-01T10:00:04Z" + own)).isEqualTo(mod);
        assertThat(ids("builds", "until=2026-08-01T10:00:00Z" + own)).isEmpty();
    }

    @Test
    void an_event_without_candidates_is_listed_only_for_who_asks_for_it() {
        Story silent = Story.registered().skipped(ReasonCode.NO_CANDIDATES);
        facts.store(silent.told());
        String own = "&search_key=" + silent.searchKey();

        assertThat(ids("events", own)).isEmpty();
        assertThat(ids("events", "state=SKIPPED" + own)).containsExactly(silent.number());
        assertThat(ids("events", "reason=NO_CANDIDATES" + own)).containsExactly(silent.number());
    }

    @Test
    void pages_lead_to_each_other_and_rows_that_are_added_move_nothing() {
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) expected.addFirst(another());

        List<Integer> read = new ArrayList<>();
        String next = "/api/3/events?limit=2&artifact=paged&artifact=a%20%26b";
        while (next != null) {
            JsonNode page =
                    api.json(next, "X-Forwarded-Host", "fm.example.com", "X-Scheme", "https", "X-Script-Name", "/fm");
            read.addAll(ids(page));
            another();
            next = page.path("next").asString(null);
            if (next == null) break;
            assertThat(next)
                    .startsWith("https://fm.example.com/fm/api/3/events?")
                    .contains("artifact=a+%26b");
            URI link = URI.create(next);
            next = link.getRawPath().substring("/fm".length()) + "?" + link.getRawQuery();
        }

        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        events?state=x       | 'state' must be one of INITIALIZED, BUILDING, COMPLETE, FAILED, SKIPPED, CANCELED, or its number, not 'x'.
        events?state=6       | 'state' must be one of INITIALIZED, BUILDING, COMPLETE, FAILED, SKIPPED, CANCELED, or its number, not '6'.
        builds?type=         | 'type' must be one of RPM, IMAGE, MODULE, IMAGE_REPOSITORY, or its number, not ''.
        events?reason=0      | 'reason' must be one of RPM_SPEC_CHANGED, *
        builds?event=x       | 'event' must be a number, not 'x'.
        events?since=today   | 'since' must be a time like 2026-08-01T10:00:00Z, not 'today'.
        events?limit=1001    | 'limit' must be a number from 1 to 1000, not '1001'.
        events?limit=1&limit=2 | 'limit' can be given only once.
        builds?cursor=x      | 'cursor' must be one that a page gave in its 'next', not 'x'.
        events?stat=1        | There is no argument 'stat' here; there are: artifact, cursor, limit, original_nvr, package, reason, rebuilt_nvr, requester, search_key, seen, since, state, stream, type, until.
        feed?afer=1          | There is no argument 'afer' here; there are: after, limit, seen.
        """)
    void a_wrong_argument_is_named_with_what_was_expected(String path, String expected) {
        HttpResponse<String> answer = api.get("/api/3/" + path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        String detail = api.json(answer).path("detail").asString();
        if (expected.endsWith("*")) assertThat(detail).startsWith(expected.substring(0, expected.length() - 1));
        else assertThat(detail).isEqualTo(expected);
    }

    private int another() {
        Story story = Story.registered().with("paged").planned();
        facts.store(story.told());
        return story.number();
    }

    private List<Integer> ids(String list, String query) {
        return ids(api.json("/api/3/%s?%s".formatted(list, query)));
    }

    private static List<Integer> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("id").asInt())
                .toList();
    }
}
