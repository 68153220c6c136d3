package io.freshmaker.query.request;

import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Actor;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.request.Requests.Accepted;
import io.freshmaker.query.web.ApiError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What bodies of requests ask for, once it is known that it may be asked for (spec §10.5, with its texts). */
@Component
class Wishes {

    private static final String FOR_AN_ADVISORY = "manual_rebuild_";
    private static final String FROM_A_BRANCH = "async_build_";

    private final Requests requests;
    private final Events events;

    Wishes(Requests requests, Events events) {
        this.requests = requests;
        this.events = events;
    }

    /** @param key of the header {@link RequestIds#IDEMPOTENCY_KEY} */
    Accepted forAdvisory(Body body, Actor actor, @Nullable String key) {
        List<String> images = body.images();
        return requests.register(
                RequestIds.of(FOR_AN_ADVISORY, actor, key),
                body.isDryRun(),
                id -> {
                    Optional<EventRow> upon = upon(body);
                    return new ManualRebuild(advisory(body, upon), images, request(id, body, actor, upon));
                },
                wanted -> {
                    if (!body.isForced()) requireNoneRunning(wanted.searchKey());
                });
    }

    /** @param key of the header {@link RequestIds#IDEMPOTENCY_KEY} */
    Accepted fromBranch(Body body, Actor actor, @Nullable String key) {
        List<String> names = body.names();
        String branch = body.branch();
        if (branch == null || names.isEmpty()) {
            throw ApiError.badRequest(
                    "\"dist_git_branch\" and \"container_images\" are required in the request for async builds");
        }
        return requests.register(
                RequestIds.of(FROM_A_BRANCH, actor, key),
                body.isDryRun(),
                id -> new BranchRebuild(branch, names, body.target(), request(id, body, actor, uponAsync(body))),
                _ -> {});
    }

    private static Request request(String id, Body body, Actor actor, Optional<EventRow> upon) {
        return new Request(
                id,
                Way.API,
                actor.equals(Actor.ANYONE) ? null : actor,
                upon.map(EventRow::number).stream().toList(),
                body.metadata());
    }

    private Optional<EventRow> uponAsync(Body body) {
        Optional<EventRow> upon = body.event().map(this::event);
        upon.filter(event -> !isAsync(event)).ifPresent(event -> {
            throw ApiError.badRequest("The event (id=%d) is not an async build event.".formatted(event.number()));
        });
        return upon;
    }

    private Optional<EventRow> upon(Body body) {
        Optional<EventRow> upon = body.event().map(this::event);
        upon.filter(Wishes::isAsync).ifPresent(event -> {
            throw ApiError.badRequest("The event (id=%d) is an async build event, can not be used for this build."
                    .formatted(event.number()));
        });
        return upon;
    }

    private EventRow event(int number) {
        return events.byNumber(number)
                .orElseThrow(() -> ApiError.badRequest("The provided \"freshmaker_event_id\" is invalid."));
    }

    private static boolean isAsync(EventRow event) {
        return event.isOf(EventType.FreshmakerAsyncManualBuildEvent);
    }

    private static long advisory(Body body, Optional<EventRow> upon) {
        if (upon.isEmpty()) {
            return body.advisory()
                    .orElseThrow(() -> ApiError.badRequest(
                            "You must at least provide \"errata_id\" or" + " \"freshmaker_event_id\" in the request."));
        }
        int number = upon.get().number();
        long known = upon.get()
                .advisory()
                .orElseThrow(() -> ApiError.badRequest(
                        "The event (id=%d) is about no advisory, can not be used for this build.".formatted(number)));
        if (body.advisory().orElse(known) != known) {
            throw ApiError.badRequest(
                    "The provided \"errata_id\" doesn't match the Advisory ID associated with the input"
                            + " \"freshmaker_event_id\".");
        }
        return known;
    }

    /** A dry run is in nobody's way. */
    private void requireNoneRunning(String advisory) {
        List<Integer> running = events.building(advisory);
        if (running.isEmpty()) return;
        throw ApiError.badRequest(
                ("Events triggered by advisory %s are running: %s. If you want to rebuild it anyway, use"
                                + " \"force\": true option.")
                        .formatted(advisory, running));
    }
}
