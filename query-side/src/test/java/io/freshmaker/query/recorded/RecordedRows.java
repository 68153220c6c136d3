package io.freshmaker.query.recorded;

import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows as the original had them when it was recorded. Most were no message of a bus that we have a trigger for, so no facts lead
 * to them; what was recorded after the cancel is made by facts.
 */
@Component
class RecordedRows {

    private static final Instant CANCELED_AT = Instant.parse("2026-11-22T19:38:23Z");

    private static final EventId EVENT = new EventId("event-recorded-1");
    private static final Trigger TRIGGER = new RpmSpecChanged("recorded", "f25", "c0ffee");
    private static final int FREE_NUMBER = 900_000_000;

    private final JdbcClient sql;
    private final Actors actors;
    private final Api api;
    private final Facts facts;
    private final List<EventId> registered = new ArrayList<>();

    RecordedRows(JdbcClient sql, Actors actors, Api api, Facts facts) {
        this.actors = actors;
        this.sql = sql;
        this.api = api;
        this.facts = facts;
    }

    private void store(JsonNode events) {
        for (JsonNode event : events) {
            for (JsonNode build : event.path("builds")) insertBuild(build);
            ObjectNode row = (ObjectNode) event.deepCopy();
            row.remove("builds");
            if (row.path("requester").isString()) {
                row.put("requester", actors.of(row.path("requester").asString()).value());
            }
            insertEvent(row);
        }
    }

    /** As the original canceled its Event 1: build 3 ran, build 4 waited. */
    String cancelTheFirst() {
        List<Story.Told> told = List.of(
                new Story.Told(
                        new EventCanceled(EVENT, Actor.ANYONE, List.of(build(1), build(2), build(3), build(4))),
                        CANCELED_AT),
                new Story.Told(canceled(3, true), CANCELED_AT),
                new Story.Told(canceled(4, false), CANCELED_AT));
        return facts.publish(told).getFirst();
    }

    /** What was asked for, under a number that no other test has. */
    String register(RegisterEvent command) {
        registered.add(command.eventId());
        EventRegistered fact = new EventRegistered(
                command.eventId(),
                FREE_NUMBER + registered.size(),
                command.messageId(),
                command.trigger(),
                command.dryRun());
        return facts.publish(List.of(new Story.Told(fact, CANCELED_AT))).getFirst();
    }

    /** In place of all rows. Facts stay, so they have a beginning that a replay finds, under numbers that no other test has. */
    void begin(JsonNode events) {
        facts.store(
                new Story.Told(new EventRegistered(EVENT, FREE_NUMBER, "recorded", TRIGGER), CANCELED_AT),
                planned(3),
                planned(4));
        sql.sql("truncate table event_view, build_view, plan_view, compose_view, compose_need_view")
                .update();
        store(events);
    }

    /** The rows of all facts come back; what was asked for ends and is in no list. */
    void end() {
        registered.forEach(event -> facts.publish(List.of(new Story.Told(
                new EventSkipped(event, Reason.of(ReasonCode.NO_CANDIDATES, "what", "x"), List.of()), CANCELED_AT))));
        registered.clear();
        api.post("/api/3/projections/events/replay");
        await().until(() ->
                !api.json("/api/3/projections").path(0).path("replaying").asBoolean());
    }

    private static Story.Told planned(int number) {
        Artifact image = Artifact.image("recorded-" + number, Source.container("recorded", "f25", null));
        PlannedBuild build = new PlannedBuild(
                build(number),
                image,
                RebuildReason.DIRECTLY_AFFECTED,
                Reason.of(ReasonCode.RPM_UPDATED),
                List.of(),
                List.of());
        return new Story.Told(
                new ArtifactBuildPlanned(build(number), EVENT, FREE_NUMBER, FREE_NUMBER + number, build, List.of()),
                CANCELED_AT);
    }

    private static ArtifactBuildCanceled canceled(int build, boolean running) {
        return new ArtifactBuildCanceled(
                build(build),
                EVENT,
                Reason.of(ReasonCode.EVENT_CANCELED),
                new Culprit(build(build), "image:recorded"),
                running);
    }

    private static BuildId build(int number) {
        return new BuildId("build-recorded-" + number);
    }

    private void insertEvent(JsonNode event) {
        sql.sql("""
            insert into event_view (event_key, number, message_id, search_key, event_type_id, requester, state, listed, json, created)
            values (?, ?, ?, ?, ?, ?, ?, true, ?, cast(? as timestamptz))
            """)
                .params(
                        "event-recorded-" + event.path("id"),
                        event.path("id").asInt(),
                        event.path("message_id").asString(),
                        event.path("search_key").asString(),
                        event.path("event_type_id").asInt(),
                        event.path("requester").asString(null),
                        event.path("state").asInt(),
                        event.toString(),
                        event.path("time_created").asString())
                .update();
    }

    private void insertBuild(JsonNode build) {
        sql.sql("""
            insert into build_view (build_key, number, event_number, name, type, state, dep_on_id, build_id, original_nvr,
                                    rebuilt_nvr, json, created, state_since)
            values (?, ?, ?, ?, ?, ?, cast(? as int), cast(? as bigint), ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz))
            """)
                .params(
                        "build-recorded-" + build.path("id"),
                        build.path("id").asInt(),
                        build.path("event_id").asInt(),
                        build.path("name").asString(),
                        build.path("type").asInt(),
                        build.path("state").asInt(),
                        build.path("dep_on_id").asString(null),
                        build.path("build_id").asString(null),
                        build.path("original_nvr").asString(null),
                        build.path("rebuilt_nvr").asString(null),
                        build.toString(),
                        build.path("time_submitted").asString(),
                        build.path("time_submitted").asString())
                .update();
    }
}
