package io.freshmaker.query.event;

import io.freshmaker.api.event.EventState;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.NewestFirst;
import io.freshmaker.query.list.Page;
import io.freshmaker.query.openapi.ListArgument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events of {@code /api/3}, newest first, found by what they are about. */
@RestController
@Tag(name = "events")
class EventListResource {

    private final NewestFirst list;
    private final Events events;
    private final Actors actors;

    EventListResource(NewestFirst list, Events events, Actors actors) {
        this.list = list;
        this.events = events;
        this.actors = actors;
    }

    @Operation(
            operationId = "listEvents",
            summary = "Events in short form, newest first",
            description =
                    "Several values of one filter mean \"one of these\", several filters \"all of these\". Events that"
                        + " were skipped because nothing contains what changed are left out unless `state=SKIPPED` or"
                        + " `reason=NO_CANDIDATES` asks for them. What is added while one pages through changes no"
                        + " later page.")
    @ListArgument(name = "state", names = EventState.class, description = "State: name in any case, or number.")
    @ListArgument(name = "type", names = EventType.class, description = "What happened: name in any case, or number.")
    @ListArgument(
            name = "reason",
            names = ReasonCode.class,
            description =
                    "Code of the reason why it was skipped or failed, or why an artifact was planned or declined.")
    @ListArgument(name = "search_key", description = "By what people search an Event, e.g. the id of an update.")
    @ListArgument(name = "requester", description = "Name of who asked for it.")
    @ListArgument(
            name = "package",
            description = "Name of what changed, as far as the facts know it: an RPM, a container or a module.")
    @ListArgument(name = "artifact", description = "Name of an artifact that it builds: an image or a module.")
    @ListArgument(name = "stream", description = "Stream of a module that it builds.")
    @ListArgument(name = "original_nvr", description = "NVR that is rebuilt.")
    @ListArgument(name = "rebuilt_nvr", description = "NVR of a build that it made or makes.")
    @ListArgument.Paging
    @GetMapping("/api/3/events")
    Page<EventJson> list(HttpServletRequest request) {
        return list.page("event_view", EventSearch.of(new Arguments(request), actors::ids), request, events::inBrief);
    }
}
