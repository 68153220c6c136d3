package io.freshmaker.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class OverviewResourceIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    JdbcClient sql;

    @Test
    void a_failure_of_today_is_shown_with_how_many_it_blocks_and_without_these() {
        Story story = Story.happeningNow().with("base").with("app", "base").planned();
        facts.store(story.failed("base", "base")
                .failed("app", "base")
                .complete(0, 2)
                .told());

        JsonNode failure = item(overview().path("failed"), "event", story.number());

        assertThat(failure.path("name").asString()).isEqualTo("base");
        assertThat(failure.path("build").asInt()).isEqualTo(story.build("base"));
        assertThat(failure.path("blocks").asInt()).isEqualTo(1);
        assertThat(failure.path("text").asString()).isEqualTo("Failed to build: exit status 1.");
        assertThat(item(overview().path("recent"), "id", story.number())
                        .path("builds_summary")
                        .path("FAILED")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void who_waits_longest_waits_for_parents_that_are_not_done_or_for_the_build_system() {
        Story story = Story.longAgo()
                .with("done")
                .with("base")
                .with("app", "done", "base")
                .planned();
        facts.store(story.done("done").started("base", "task-7").told());

        JsonNode waiting = overview().path("waiting");
        JsonNode base = item(waiting, "build", story.build("base"));
        JsonNode app = item(waiting, "build", story.build("app"));

        assertThat(base.path("state").asString()).isEqualTo("BUILD");
        assertThat(base.path("external_id").asString()).isEqualTo("task-7");
        assertThat(base.path("waits_for")).isEmpty();
        assertThat(app.path("state").asString()).isEqualTo("PLANNED");
        assertThat(app.path("waits_for")).hasSize(1);
        assertThat(app.path("waits_for").path(0).path("name").asString()).isEqualTo("base");
        assertThat(item(overview().path("running"), "id", story.number())
                        .path("state_name")
                        .asString())
                .isEqualTo("BUILDING");
        facts.store(story.done("base")
                .done("app")
                .complete(3, 0)
                .told()
                .subList(story.told().size() - 3, story.told().size()));
    }

    @Test
    void an_event_of_today_that_could_not_be_planned_is_shown_and_an_old_one_is_not() {
        Reason reason = Reason.of(ReasonCode.PLANNING_FAILED, "error", "the catalog is broken");
        Story today = Story.happeningNow();
        Story old = Story.longAgo();
        facts.store(today.tell(new EventFailed(today.event(), reason)).told());
        facts.store(old.tell(new EventFailed(old.event(), reason)).told());

        JsonNode unplanned = overview().path("unplanned");

        assertThat(item(unplanned, "id", today.number()).path("state_reason").asString())
                .contains("the catalog is broken");
        assertThat(item(unplanned, "id", old.number()).isMissingNode()).isTrue();
    }

    @Test
    void sources_are_shown_with_when_they_spoke_last_where_their_tables_are() {
        assertThat(overview().path("sources")).isEmpty();
        sql.sql("create table catch_up (source varchar(64), read_until timestamptz)")
                .update();
        sql.sql("insert into catch_up values ('bodhi', '2026-08-01T10:00:00Z')").update();
        try {
            JsonNode source = overview().path("sources").path(0);

            assertThat(source.path("kind").asString()).isEqualTo("catch-up");
            assertThat(source.path("name").asString()).isEqualTo("bodhi");
            assertThat(Instant.parse(source.path("last").asString())).isEqualTo("2026-08-01T10:00:00Z");
            assertThat(source.path("due").isNull()).isTrue();
        } finally {
            sql.sql("drop table catch_up").update();
        }
    }

    private JsonNode overview() {
        return api.json("/api/3/overview");
    }

    private static JsonNode item(JsonNode list, String field, int number) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(item -> item.path(field).asInt() == number)
                .findFirst()
                .orElseGet(() -> list.path(Integer.MAX_VALUE));
    }
}
