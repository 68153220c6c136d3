package io.freshmaker.query.event;

import io.freshmaker.api.event.EventState;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.jpa.domain.Specification;

/** Which Events are wanted, as the query says: each filter may be repeated and then means "one of these" (spec §10.3). */
final class EventFilter {

    private final List<Specification<EventRow>> wanted = new ArrayList<>();

    private EventFilter() {}

    static Specification<EventRow> of(HttpServletRequest request) {
        EventFilter filter = new EventFilter();
        filter.oneOf("messageId", given(request, "message_id"));
        filter.oneOf("searchKey", given(request, "search_key"));
        filter.oneOf("requester", given(request, "requester"));
        filter.oneOf("eventTypeId", given(request, "event_type_id").map(EventFilter::type));
        List<Integer> states = given(request, "state").map(EventFilter::state).toList();
        filter.oneOf("state", states.stream());
        if (!asksForUnlisted(request, states)) filter.oneOf("listed", Stream.of(true));
        return Specification.allOf(filter.wanted);
    }

    private static boolean asksForUnlisted(HttpServletRequest request, List<Integer> states) {
        return states.contains(EventState.SKIPPED.id()) || request.getParameter("message_id") != null;
    }

    private void oneOf(String property, Stream<?> values) {
        List<?> all = values.toList();
        if (!all.isEmpty()) wanted.add((row, _, _) -> row.get(property).in(all));
    }

    private static Stream<String> given(HttpServletRequest request, String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values == null ? Stream.empty() : Stream.of(values);
    }

    private static Integer type(String id) {
        return Named.number(id).orElseThrow(() -> ApiError.badRequest("An invalid event_type_id was supplied: " + id));
    }

    private static Integer state(String given) {
        return Named.number(given)
                .or(() -> Named.of(EventState.class, given).map(EventState::id))
                .orElseThrow(() -> ApiError.badRequest("Invalid state was supplied: " + given));
    }
}
