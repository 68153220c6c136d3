package io.freshmaker.query.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class BuildResourceIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    BuildLogs logs;

    private final Story story =
            Story.registered().with("base").with("app", "base").planned();

    @BeforeEach
    void one_build_is_done_and_one_waits() {
        facts.store(story.started("base", String.valueOf(900_000 + story.number()))
                .done("base")
                .told());
    }

    @Test
    void builds_are_found_by_each_filter() {
        List<Integer> base = List.of(story.build("base"));
        List<Integer> app = List.of(story.build("app"));

        assertThat(ids("")).isEqualTo(List.of(story.build("app"), story.build("base")));
        assertThat(ids("&order_by=name")).isEqualTo(List.of(story.build("app"), story.build("base")));
        assertThat(ids("&name=base")).isEqualTo(base);
        assertThat(ids("&type=image&state=DONE")).isEqualTo(base);
        assertThat(ids("&type=1&state=4")).isEqualTo(app);
        assertThat(ids("&dep_on_id=" + story.build("base"))).isEqualTo(app);
        assertThat(ids("&build_id=" + (900_000 + story.number()))).isEqualTo(base);
        assertThat(ids("&original_nvr=app-1-1")).isEqualTo(app);
        assertThat(ids("&rebuilt_nvr=base-1-1.1785578400")).isEqualTo(base);
        assertThat(ids("&event_type_id=5")).hasSize(2);
        assertThat(ids("&event_type_id=4")).isEmpty();
        assertThat(ids("&event_search_key=" + story.searchKey() + "&name=")).hasSize(2);
        assertThat(ids("&event_search_key=other")).isEmpty();
    }

    @Test
    void a_build_shows_every_field_of_the_original() {
        JsonNode build = api.json("/api/2/builds/" + story.build("base"));

        assertThat(build.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "original_nvr",
                        "rebuilt_nvr",
                        "type",
                        "type_name",
                        "state",
                        "state_name",
                        "state_reason",
                        "dep_on",
                        "dep_on_id",
                        "time_submitted",
                        "time_completed",
                        "event_id",
                        "build_id",
                        "url",
                        "build_args",
                        "odcs_composes",
                        "rebuild_reason");
        assertThat(build.path("state_reason").asString()).isEqualTo("Built successfully.");
        assertThat(build.path("time_completed").asString()).endsWith("Z").hasSize(20);
        assertThat(build.path("build_args").path("original_parent").asString()).isEqualTo("fedora-25-1");
    }

    @Test
    void mistakes_are_answered_with_the_originals_texts() {
        assertThat(message("/api/1/builds/?type=9")).isEqualTo("An invalid artifact type was supplied");
        assertThat(message("/api/1/builds/?state=bogus")).isEqualTo("An invalid state was supplied");
        assertThat(message("/api/1/builds/?order_by=-time_submitted"))
                .isEqualTo("An invalid order_by key was suplied, allowed keys are: ['id', 'name', 'event_id',"
                        + " 'dep_on_id', 'build_id', 'original_nvr', 'rebuilt_nvr']");
        assertThat(message("/api/1/builds/?build_id=x"))
                .isEqualTo("An invalid build_id was supplied: x is not a number");
        assertThat(message("/api/1/builds/999999")).isEqualTo("No such build found.");
    }

    @Test
    void a_log_is_plain_text_and_where_there_is_none_a_problem_says_so() {
        logs.write(story.buildId("base").value(), "naïve <b>\nline 2\n");

        HttpResponse<String> log = api.get("/api/3/builds/" + story.build("base") + "/log");
        HttpResponse<String> none = api.get("/api/3/builds/" + story.build("app") + "/log");

        assertThat(log.body()).isEqualTo("naïve <b>\nline 2\n");
        assertThat(log.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(api.json(none).path("detail").asString()).endsWith("has no log yet.");
    }

    private List<Integer> ids(String query) {
        return api.json("/api/1/builds/?event_id=" + story.number() + query)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asInt())
                .toList();
    }

    private String message(String path) {
        return api.json(api.get(path)).path("message").asString();
    }
}
