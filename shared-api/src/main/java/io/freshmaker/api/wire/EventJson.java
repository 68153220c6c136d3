package io.freshmaker.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventState;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Requested;
import io.freshmaker.api.value.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An Event as the original's API shows it (spec §10.4): with {@code builds} it is the full form, with {@code builds_summary}
 * the short one. Null fields are written as null, but for these two and {@code builds_truncated}.
 */
public record EventJson(
        @JsonProperty("id") int id,
        @JsonProperty("message_id") String messageId,
        @JsonProperty("search_key") String searchKey,
        @JsonProperty("event_type_id") int eventTypeId,
        @JsonProperty("state") int state,
        @JsonProperty("state_name") String stateName,
        @JsonProperty("state_reason") @Nullable String stateReason,
        @JsonProperty("time_created") String timeCreated,
        @JsonProperty("time_done") @Nullable String timeDone,
        @JsonProperty("url") String url,
        @JsonProperty("dry_run") boolean dryRun,
        @JsonProperty("requester") @Nullable String requester,
        @JsonProperty("requested_rebuilds") List<String> requestedRebuilds,
        @JsonProperty("requester_metadata") Map<String, ?> requesterMetadata,
        @JsonProperty("depends_on_events") List<Integer> dependsOnEvents,
        @JsonProperty("depending_events") List<Integer> dependingEvents,

        @JsonProperty("builds") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        List<BuildJson> builds,

        @JsonProperty("builds_summary") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Map<String, Integer> buildsSummary,

        @JsonProperty("builds_truncated") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Boolean buildsTruncated) {

    static EventJson registered(EventRegistered fact, Instant at) {
        Optional<Requested> requested = fact.trigger() instanceof Requested wish ? Optional.of(wish) : Optional.empty();
        Optional<Request> request = requested.map(Requested::request);
        return new EventJson(
                fact.number(),
                fact.messageId(),
                fact.trigger().searchKey(),
                fact.trigger().eventType().id(),
                EventState.INITIALIZED.id(),
                EventState.INITIALIZED.name(),
                null,
                WireTime.of(at),
                null,
                "/api/1/events/" + fact.number(),
                fact.dryRun(),
                request.map(Request::requester).map(Actor::value).orElse(null),
                requested.map(Requested::images).orElse(List.of()),
                request.map(Request::metadata).orElse(Map.of()),
                request.map(Request::dependsOn).orElse(List.of()),
                List.of(),
                null,
                null,
                null);
    }

    /** As its type turned out to be. */
    EventJson of(EventType type) {
        return with(
                type.id(),
                state,
                stateName,
                stateReason,
                timeDone,
                requester,
                dependingEvents,
                builds,
                buildsSummary,
                buildsTruncated);
    }

    /** The full form. */
    public EventJson withBuilds(List<BuildJson> all) {
        return showing(all, null, null);
    }

    /** The short form; {@code summary} counts builds by state name, only states that occur, and {@code total}. */
    public EventJson withSummary(Map<String, Integer> summary) {
        return showing(null, summary, null);
    }

    /** The short form in place of a full one that would be too long. */
    public EventJson truncated(Map<String, Integer> summary) {
        return showing(null, summary, true);
    }

    /** With the name of who asked for it, for an answer: it is never stored or published so. */
    public EventJson requestedBy(@Nullable String user) {
        return with(
                eventTypeId,
                state,
                stateName,
                stateReason,
                timeDone,
                user,
                dependingEvents,
                builds,
                buildsSummary,
                buildsTruncated);
    }

    /** With the number of an Event that builds upon it: each once, in ascending order. */
    public EventJson withDepending(int event) {
        List<Integer> all = Stream.concat(dependingEvents.stream(), Stream.of(event))
                .distinct()
                .sorted()
                .toList();
        return with(
                eventTypeId,
                state,
                stateName,
                stateReason,
                timeDone,
                requester,
                all,
                builds,
                buildsSummary,
                buildsTruncated);
    }

    /** With the name of who canceled it, for an answer: it is never stored or published so. */
    public EventJson canceledBy(String user) {
        String reason = Texts.canceled(id, user);
        return with(
                eventTypeId,
                state,
                stateName,
                reason,
                timeDone,
                requester,
                dependingEvents,
                builds,
                buildsSummary,
                buildsTruncated);
    }

    EventJson in(EventState next, String reason, @Nullable Instant done) {
        String end = done == null ? null : WireTime.of(done);
        return with(eventTypeId, next.id(), next.name(), reason, end, requester, dependingEvents, null, null, null);
    }

    private EventJson showing(
            @Nullable List<BuildJson> all, @Nullable Map<String, Integer> summary, @Nullable Boolean truncated) {
        return with(
                eventTypeId,
                state,
                stateName,
                stateReason,
                timeDone,
                requester,
                dependingEvents,
                all,
                summary,
                truncated);
    }

    private EventJson with(
            int eventTypeId,
            int state,
            String stateName,
            @Nullable String stateReason,
            @Nullable String timeDone,
            @Nullable String requester,
            List<Integer> dependingEvents,
            @Nullable List<BuildJson> builds,
            @Nullable Map<String, Integer> buildsSummary,
            @Nullable Boolean buildsTruncated) {
        return new EventJson(
                id,
                messageId,
                searchKey,
                eventTypeId,
                state,
                stateName,
                stateReason,
                timeCreated,
                timeDone,
                url,
                dryRun,
                requester,
                requestedRebuilds,
                requesterMetadata,
                dependsOnEvents,
                dependingEvents,
                builds,
                buildsSummary,
                buildsTruncated);
    }
}
