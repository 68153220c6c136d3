package io.freshmaker.query.event;

import io.freshmaker.api.event.EventState;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** Which Events are wanted, as the query says: each filter may be repeated and then means "one of these" (spec §10.3). */
final class EventFilter {

    private final List<Specification<EventRow>> wanted = new ArrayList<>();

    private EventFilter() {}

    static Specification<EventRow> of(HttpServletRequest request) {
        EventFilter filter = new EventFilter();
        filter.oneOf("messageId", request.getParameterValues("message_id"));
        filter.oneOf("searchKey", request.getParameterValues("search_key"));
        filter.oneOf("requester", request.getParameterValues("requester"));
        filter.oneOf("eventTypeId", types(request.getParameterValues("event_type_id")));
        List<Integer> states = states(request.getParameterValues("state"));
        filter.oneOf("state", states == null ? null : states.toArray());
        if (!asksForUnlisted(request, states)) filter.oneOf("listed", true);
        return Specification.allOf(filter.wanted);
    }

    private static boolean asksForUnlisted(HttpServletRequest request, @Nullable List<Integer> states) {
        boolean skipped = states != null && states.contains(EventState.SKIPPED.id());
        return skipped || request.getParameter("message_id") != null;
    }

    private void oneOf(String property, Object @Nullable ... values) {
        if (values != null) wanted.add((row, _, _) -> row.get(property).in(values));
    }

    private static Object @Nullable [] types(String @Nullable [] ids) {
        return ids == null ? null : Arrays.stream(ids).map(EventFilter::type).toArray();
    }

    private static Integer type(String id) {
        return Named.number(id)
                .orElseThrow(() -> ApiError.badRequest("An invalid event_type_id was supplied: " + id));
    }

    private static @Nullable List<Integer> states(String @Nullable [] given) {
        return given == null ? null : Stream.of(given).map(EventFilter::state).toList();
    }

    private static Integer state(String given) {
        return Named.number(given)
                .or(() -> Named.of(EventState.class, given).map(EventState::id))
                .orElseThrow(() -> ApiError.badRequest("Invalid state was supplied: " + given));
    }
}
