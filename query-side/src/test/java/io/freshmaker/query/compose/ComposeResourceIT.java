package io.freshmaker.query.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.compose.ComposeAssigned;
import io.freshmaker.api.compose.ComposeFailed;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is waited for, for whom and until when; and what became of it. */
@RunningQuerySide
class ComposeResourceIT {

    private static final ComposeRequest SETS = ComposeRequest.ofContentSets(List.of("base-rpms", "app-rpms"));
    private static final ComposeRequest TAG = ComposeRequest.ofTag("f25-candidate", List.of("tls"));

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    /** One compose that two builds need, one that only the second needs. */
    private static Story waiting() {
        return Story.registered()
                .with("base")
                .needing("base", SETS, 28484)
                .with("tool")
                .needing("tool", SETS, 28484)
                .with("app")
                .needing("app", TAG, 28484)
                .planned()
                .requested(SETS)
                .requested(TAG);
    }

    @Test
    void a_compose_says_for_whom_and_until_when_it_is_waited_for() {
        Story story = waiting();
        facts.store(story.told());

        JsonNode sets = api.json("/api/3/composes/" + SETS.idIn(story.event()));

        assertThat(sets.path("event").asInt()).isEqualTo(story.number());
        assertThat(sets.path("state").asString()).isEqualTo("REQUESTED");
        assertThat(sets.path("odcs_id").isNull()).isTrue();
        assertThat(sets.path("type").asString()).isEqualTo("PULP");
        assertThat(sets.path("source").asString()).isEqualTo("app-rpms base-rpms");
        assertThat(sets.path("deadline").asString()).isEqualTo("2026-08-01T11:00:00.500Z");
        assertThat(sets.path("needed_by").toString())
                .isEqualTo("[%d,%d]".formatted(story.build("base"), story.build("tool")));
        assertThat(sets.path("needed_by_total").asInt()).isEqualTo(2);
        assertThat(api.get("/api/3/composes/compose-0000").statusCode()).isEqualTo(404);
    }

    @Test
    void what_became_of_a_compose_is_told_and_found_by_its_state_event_and_number() {
        Story story = waiting();
        story.tell(new ComposeAssigned(SETS.idIn(story.event()), story.event(), 730_001, true))
                .tell(new ComposeReady(SETS.idIn(story.event()), story.event(), 730_001))
                .tell(new ComposeAssigned(TAG.idIn(story.event()), story.event(), 730_002, false))
                .tell(new ComposeFailed(
                        TAG.idIn(story.event()),
                        story.event(),
                        Reason.of(ReasonCode.COMPOSE_FAILED, "compose", "730002")));
        facts.store(story.told());

        JsonNode all = api.json("/api/3/composes?event=" + story.number()).path("items");
        JsonNode failed =
                api.json("/api/3/composes?state=failed&odcs_id=730002").path("items");

        assertThat(all.valueStream().map(one -> one.path("state").asString())).containsExactly("FAILED", "READY");
        assertThat(all.path(1).path("shared").asBoolean()).isTrue();
        assertThat(failed).hasSize(1);
        assertThat(failed.path(0).path("text").asString()).isEqualTo("ODCS compose 730002 is in failed state.");
        assertThat(failed.path(0).path("reason").path("code").asString()).isEqualTo("COMPOSE_FAILED");
        assertThat(api.json(api.get("/api/3/composes?state=lost"))
                        .path("detail")
                        .asString())
                .isEqualTo("'state' must be one of REQUESTED, ASSIGNED, READY, FAILED, not 'lost'.");
    }

    @Test
    void a_page_of_composes_leads_to_the_next() {
        Story story = waiting();
        facts.store(story.told());

        JsonNode first = api.json("/api/3/composes?limit=1&event=" + story.number());
        JsonNode second = api.json(first.path("next").asString().replaceFirst("^.*?(?=/api/)", ""));

        assertThat(first.path("items").path(0).path("type").asString()).isEqualTo("TAG");
        assertThat(second.path("items").path(0).path("type").asString()).isEqualTo("PULP");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void the_graph_and_the_history_of_an_event_have_its_composes() {
        Story story = waiting();
        facts.store(story.told());

        JsonNode graph = api.json("/api/3/events/" + story.number() + "/graph");
        JsonNode own = api.json("/api/3/events/" + story.number() + "/history?builds=false");

        assertThat(graph.path("composes")
                        .valueStream()
                        .map(one -> one.path("type").asString()))
                .containsExactly("PULP", "TAG");
        assertThat(graph.path("nodes").path(2).path("composes").toString())
                .isEqualTo("[\"%s\"]".formatted(TAG.idIn(story.event())));
        assertThat(own.path("items").valueStream().map(fact -> fact.path("type").asString()))
                .containsExactly(
                        "event.EventRegistered",
                        "event.RebuildPlanned",
                        "event.RebuildActivated",
                        "requestedcompose.ComposeRequested",
                        "requestedcompose.ComposeRequested");
        assertThat(api.json("/api/3/events/" + story.number() + "/history").path("items"))
                .hasSize(8);
    }

    @Test
    void the_first_page_shows_what_is_waited_for_and_what_is_looked_at() {
        Story story = Story.longAgo()
                .with("base")
                .needing("base", SETS, 28484)
                .with("app")
                .planned()
                .requested(SETS)
                .started("app", "pid-1");
        story.tell(new ArtifactBuildBuilt(story.buildId("app"), story.event(), "app-1-1.1785578400"));
        facts.store(story.told());

        JsonNode waiting = api.json("/api/3/overview").path("waiting");

        JsonNode base = of(waiting, story.build("base"));
        assertThat(base.path("composes").path(0).path("id").asString())
                .isEqualTo(SETS.idIn(story.event()).value());
        assertThat(base.path("composes").path(0).path("deadline").asString()).isNotEmpty();
        assertThat(base.path("built").asBoolean()).isFalse();
        JsonNode app = of(waiting, story.build("app"));
        assertThat(app.path("built").asBoolean()).isTrue();
        assertThat(app.path("composes")).isEmpty();
        assertThat(api.json("/api/1/builds/" + story.build("app"))
                        .path("state_reason")
                        .asString())
                .isEqualTo("Looking at what app-1-1.1785578400 contains.");
    }

    @Test
    void the_evidence_of_a_verification_can_be_had() {
        Story story = Story.registered().with("app").planned().started("app", "pid-1");
        FoundRpm old = new FoundRpm("s390x", "tls-1-1", List.of("tls-1-2"), false);
        story.tell(new ArtifactBuildVerified(
                story.buildId("app"),
                story.event(),
                new Verification("app-1-1.1785578400", 28484, List.of("s390x"), List.of(old))));
        facts.store(story.told());

        JsonNode evidence = api.json("/api/3/builds/" + story.build("app") + "/verification");

        assertThat(evidence.toString())
                .isEqualTo("{\"nvr\":\"app-1-1.1785578400\",\"advisory\":28484,\"arches\":[\"s390x\"],\"found\":"
                        + "[{\"arch\":\"s390x\",\"nvr\":\"tls-1-1\",\"wanted\":[\"tls-1-2\"],\"fine\":false}]}");
        Story other = Story.registered().with("app").planned();
        facts.store(other.told());
        assertThat(api.get("/api/3/builds/" + other.build("app") + "/verification")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_replay_gives_the_same_composes() {
        Story story = waiting();
        facts.store(story.told());
        String before = api.json("/api/3/composes?event=" + story.number()).toString();

        assertThat(api.post("/api/3/projections/compose-view/replay").statusCode())
                .isEqualTo(202);

        await().until(() -> before.equals(
                api.json("/api/3/composes?event=" + story.number()).toString()));
    }

    private static JsonNode of(JsonNode waiting, int build) {
        return waiting.valueStream()
                .filter(one -> one.path("build").asInt() == build)
                .findFirst()
                .orElseThrow();
    }
}
