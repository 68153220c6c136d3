package io.freshmaker.query.event;

import io.freshmaker.api.event.EventState;
import io.freshmaker.query.paging.Wanted;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which Events are wanted, as the query says: each filter may be repeated and then means "one of these" (spec §10.3). */
final class EventFilter {

    private EventFilter() {}

    /** @param ids as for {@link #requesters} */
    static Wanted of(HttpServletRequest request, UnaryOperator<List<String>> ids) {
        Wanted wanted = new Wanted();
        wanted.oneOf("message_id", given(request, "message_id").toList());
        wanted.oneOf("search_key", given(request, "search_key").toList());
        wanted.oneOf("requester", requesters(given(request, "requester").toList(), ids));
        wanted.oneOfTallied(
                "event_type_id",
                given(request, "event_type_id").map(EventFilter::type).toList());
        List<Integer> states = given(request, "state").map(EventFilter::state).toList();
        wanted.oneOfTallied("state", states);
        if (!asksForUnlisted(request, states)) wanted.allTallied("listed");
        return wanted;
    }

    /**
     * What a row says of people with these names: it knows no names. Nobody's Events are none; without names there is no condition.
     *
     * @param ids gives the ids of those that are known
     */
    static List<String> requesters(List<String> names, UnaryOperator<List<String>> ids) {
        if (names.isEmpty()) return names;
        List<String> known = ids.apply(names);
        return known.isEmpty() ? List.of("nobody") : known;
    }

    private static boolean asksForUnlisted(HttpServletRequest request, List<Integer> states) {
        return states.contains(EventState.SKIPPED.id()) || request.getParameter("message_id") != null;
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
