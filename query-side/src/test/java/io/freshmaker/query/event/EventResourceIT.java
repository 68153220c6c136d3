package io.freshmaker.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningQuerySide
class EventResourceIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Test
    void an_event_shows_its_builds_in_full_form_and_counts_them_in_short_form() {
        Story story = Story.registered()
                .with("base")
                .with("tool")
                .with("app", "tool", "base")
                .planned();
        facts.store(story.started("base", "1001").done("base").told());

        JsonNode full = api.json("/api/1/events/" + story.number());
        JsonNode brief = api.json("/api/2/events/" + story.number());

        assertThat(full.path("state_name").asString()).isEqualTo("BUILDING");
        assertThat(full.path("state_reason").asString()).isEqualTo("Rebuilding 3 container images.");
        assertThat(full.path("builds")).hasSize(3);
        assertThat(full.has("builds_summary")).isFalse();
        JsonNode app = full.path("builds").path(2);
        assertThat(app.path("dep_on").asString()).isEqualTo("base");
        assertThat(app.path("dep_on_id").asInt()).isEqualTo(story.build("base"));
        assertThat(app.path("build_id").isNull()).isTrue();
        assertThat(full.path("builds").path(0).path("build_id").asInt()).isEqualTo(1001);
        assertThat(brief.path("builds_summary").toString()).isEqualTo("{\"DONE\":1,\"PLANNED\":2,\"total\":3}");
        assertThat(brief.has("builds")).isFalse();
        assertThat(api.json("/api/2/events/" + story.number() + "?show_full_json=True"))
                .isEqualTo(full);
        assertThat(api.json("/api/1/events/" + story.number() + "?show_full_json=False"))
                .isEqualTo(brief);
        assertThat(api.json("/api/1/events/" + story.number() + "?show_full_json=false"))
                .isEqualTo(full);
    }

    @Test
    void events_are_found_by_each_filter_and_by_several_values_of_one() {
        Story one = Story.registered();
        Story two = Story.registered().with("base").planned().done("base").complete(1, 0);
        facts.store(one.told());
        facts.store(two.told());
        String both = "&message_id=" + one.messageId() + "&message_id=" + two.messageId();

        assertThat(ids("search_key=" + one.searchKey())).containsExactly(one.number());
        assertThat(ids("order_by=id" + both)).containsExactly(one.number(), two.number());
        assertThat(ids(both)).containsExactly(two.number(), one.number());
        assertThat(ids("order_by=-message_id&event_type_id=5" + both)).hasSize(2);
        assertThat(ids("event_type_id=4" + both)).isEmpty();
        assertThat(ids("state=Complete&state=77" + both)).containsExactly(two.number());
        assertThat(ids("state=0" + both)).containsExactly(one.number());
        assertThat(ids("requester=nobody" + both)).isEmpty();
    }

    @Test
    void a_classified_event_is_found_by_what_it_turned_out_to_be_and_no_more_by_what_it_was() {
        Story story = Story.registered();
        facts.store(story.told());
        String thisOne = "message_id=" + story.messageId();
        assertThat(ids("event_type_id=5&" + thisOne)).containsExactly(story.number());

        facts.store(List.of(story.tell(new EventClassified(story.event(), EventType.ManualBundleRebuildEvent))
                .told()
                .getLast()));

        assertThat(ids("event_type_id=16&" + thisOne)).containsExactly(story.number());
        assertThat(ids("event_type_id=5&" + thisOne)).isEmpty();
        assertThat(api.json("/api/2/events/" + story.number())
                        .path("event_type_id")
                        .asInt())
                .isEqualTo(16);
        assertThat(api.json("/api/3/events?type=16&search_key=" + story.searchKey())
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void an_event_without_candidates_is_listed_only_for_who_asks_for_it() {
        Story silent = Story.registered().skipped(ReasonCode.NO_CANDIDATES);
        Story declined = Story.registered().skipped(ReasonCode.ALL_DECLINED);
        facts.store(silent.told());
        facts.store(declined.told());

        assertThat(ids("search_key=" + silent.searchKey())).isEmpty();
        assertThat(ids("search_key=" + silent.searchKey() + "&state=skipped")).containsExactly(silent.number());
        assertThat(ids("search_key=" + silent.searchKey() + "&state=4")).containsExactly(silent.number());
        assertThat(ids("message_id=" + silent.messageId())).containsExactly(silent.number());
        assertThat(ids("search_key=" + declined.searchKey())).containsExactly(declined.number());
        assertThat(api.json("/api/1/events/" + silent.number()).path("state").asInt())
                .isEqualTo(4);
    }

    @Test
    void pages_link_to_each_other_with_every_argument_and_as_the_proxy_says() {
        Story one = Story.registered();
        Story two = Story.registered();
        facts.store(one.told());
        facts.store(two.told());
        String query =
                "?per_page=1&page=2&message_id=" + one.messageId() + "&message_id=" + two.messageId() + "&x=a%20%26b";

        JsonNode meta = api.json(
                        "/api/2/events/" + query,
                        "X-Forwarded-Host",
                        "fm.example.com, inner",
                        "X-Scheme",
                        "https",
                        "X-Script-Name",
                        "/fm")
                .path("meta");

        String rest = "&message_id=" + one.messageId() + "&message_id=" + two.messageId() + "&x=a+%26b";
        assertThat(meta.path("prev").asString())
                .isEqualTo("https://fm.example.com/fm/api/2/events/?page=1&per_page=1" + rest);
        assertThat(meta.path("next").isNull()).isTrue();
        assertThat(meta.path("total").asInt()).isEqualTo(2);
        assertThat(meta.path("pages").asInt()).isEqualTo(2);
        assertThat(api.json("/api/2/events/?per_page=5000")
                        .path("meta")
                        .path("per_page")
                        .asInt())
                .isEqualTo(1000);
        assertThat(api.json("/api/2/events/?page=2147483647&per_page=1000").path("items"))
                .isEmpty();
    }

    @Test
    void a_list_path_without_its_slash_is_redirected() {
        HttpResponse<String> answer = api.get("/api/2/events?state=1");

        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location"))
                .contains("http://127.0.0.1:" + api.port() + "/api/2/events/?state=1");
    }

    @Test
    void mistakes_are_answered_with_the_originals_texts() {
        assertError("/api/1/events/?state=bogus", 400, "Bad Request", "Invalid state was supplied: bogus");
        assertError(
                "/api/1/events/?order_by=bogus",
                400,
                "Bad Request",
                "An invalid order_by key was suplied, allowed keys are: ['id', 'message_id']");
        assertError("/api/1/events/?event_type_id=x", 400, "Bad Request", "An invalid event_type_id was supplied: x");
        assertError("/api/1/events/999999", 404, "Not Found", "No such event found.");
        assertError("/api/2/events/99999999999999999999", 404, "Not Found", "No such event found.");
        assertThat(api.get("/api/1/events/abc").statusCode()).isEqualTo(404);
        assertThat(api.get("/api/1/nope/").statusCode()).isEqualTo(404);
        assertThat(api.json(api.post("/api/1/events/")).path("error").asString())
                .isEqualTo("Method Not Allowed");
    }

    private void assertError(String path, int status, String error, String message) {
        HttpResponse<String> answer = api.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(api.json(answer).path("status").asInt()).isEqualTo(status);
        assertThat(api.json(answer).path("error").asString()).isEqualTo(error);
        assertThat(api.json(answer).path("message").asString()).isEqualTo(message);
    }

    private List<Integer> ids(String query) {
        return api.json("/api/2/events/?" + query)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asInt())
                .toList();
    }
}
