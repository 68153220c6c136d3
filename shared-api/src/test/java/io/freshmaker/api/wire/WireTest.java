package io.freshmaker.api.wire;

import static io.freshmaker.api.wire.WireForms.AT;
import static io.freshmaker.api.wire.WireForms.BUILD;
import static io.freshmaker.api.wire.WireForms.EVENT;
import static io.freshmaker.api.wire.WireForms.LATER;
import static io.freshmaker.api.wire.WireForms.PLANNED;
import static io.freshmaker.api.wire.WireForms.assertJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Actor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events, field for field as the samples of spec §17. */
class WireTest {

    private static final String REGISTERED = """
        {"id": 7, "message_id": "message-1", "search_key": "FEDORA-1", "event_type_id": 5,
         "state": 0, "state_name": "INITIALIZED", "state_reason": null,
         "time_created": "2026-11-22T10:00:00Z", "time_done": null, "url": "/api/1/events/7", "dry_run": false,
         "requester": null, "requested_rebuilds": [], "requester_metadata": {}, "depends_on_events": [],
         "depending_events": []}\
        """;

    private final EventJson registered = Wire.after(
            null, new EventRegistered(EVENT, 7, "message-1", new UpdateStable("FEDORA-1", List.of(), "f25")), AT);
    private final EventJson building =
            Wire.after(registered, new RebuildPlanned(EVENT, 7, List.of(BUILD), List.of()), LATER);
    private final BuildJson planned = WireForms.planned();

    @Test
    void a_registered_event() throws IOException {
        assertJson(registered, REGISTERED, "{}");
    }

    @Test
    void a_dry_run_says_that_it_is_one() throws IOException {
        UpdateStable update = new UpdateStable("FEDORA-1", List.of(), "f25");

        assertJson(
                Wire.after(null, new EventRegistered(EVENT, 7, "message-1", update, true), AT),
                REGISTERED,
                "{\"dry_run\": true}");
    }

    @Test
    void a_classified_event_has_another_type_and_keeps_it() throws IOException {
        EventJson classified =
                Wire.after(registered, new EventClassified(EVENT, EventType.ManualBundleRebuildEvent), LATER);

        assertJson(classified, REGISTERED, "{\"event_type_id\": 16}");
        assertThat(Wire.after(classified, new EventCompleted(EVENT, new Tally(1, 0, 0)), LATER)
                        .eventTypeId())
                .isEqualTo(16);
    }

    @Test
    void a_planned_rebuild() throws IOException {
        assertJson(building, REGISTERED, """
            {"state": 1, "state_name": "BUILDING", "state_reason": "Rebuilding 1 container images."}\
            """);
    }

    @Test
    void an_activated_rebuild_looks_the_same() {
        assertThat(Wire.after(building, new RebuildActivated(EVENT, List.of()), LATER))
                .isEqualTo(building);
    }

    @Test
    void a_completed_event() throws IOException {
        assertJson(Wire.after(building, new EventCompleted(EVENT, new Tally(2, 1, 0)), LATER), REGISTERED, """
            {"state": 2, "state_name": "COMPLETE", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "Advisory FEDORA-1: 1 of 3 container image(s) failed to rebuild."}\
            """);
    }

    @Test
    void a_failed_event() throws IOException {
        Reason boom = Reason.of(ReasonCode.PLANNING_FAILED, "error", "boom");

        assertJson(Wire.after(registered, new EventFailed(EVENT, boom), LATER), REGISTERED, """
            {"state": 3, "state_name": "FAILED", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "Handling of event failed with traceback: boom"}\
            """);
    }

    @Test
    void a_skipped_event() throws IOException {
        Reason nothing = Reason.of(ReasonCode.NO_CANDIDATES, "what", "FEDORA-1");

        assertJson(Wire.after(registered, new EventSkipped(EVENT, nothing, List.of()), LATER), REGISTERED, """
            {"state": 4, "state_name": "SKIPPED", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "No artifacts to rebuild for 'FEDORA-1'."}\
            """);
    }

    @Test
    void a_canceled_event() throws IOException {
        assertJson(Wire.after(building, new EventCanceled(EVENT, Actor.ANYONE, List.of()), LATER), REGISTERED, """
            {"state": 5, "state_name": "CANCELED", "time_done": "2026-11-22T11:00:00Z",
             "state_reason": "Event id 7 requested for canceling by user None"}\
            """);
    }

    @Test
    void an_event_begins_with_its_registration() {
        assertThatThrownBy(() -> Wire.after(null, new RebuildActivated(EVENT, List.of()), AT))
                .hasMessage("A fact about an Event that was never registered");
    }

    @Test
    void the_full_form_has_builds() throws IOException {
        assertJson(registered.withBuilds(List.of()), REGISTERED, "{\"builds\": []}");
        assertJson(registered.withBuilds(List.of(planned)), REGISTERED, "{\"builds\": [" + PLANNED + "]}");
    }

    @Test
    void the_short_form_counts_builds() throws IOException {
        Map<String, Integer> summary = Map.of("total", 3, "DONE", 3);

        assertJson(registered.withSummary(summary), REGISTERED, "{\"builds_summary\": {\"total\": 3, \"DONE\": 3}}");
        assertJson(registered.truncated(summary), REGISTERED, """
            {"builds_summary": {"total": 3, "DONE": 3}, "builds_truncated": true}\
            """);
    }
}
