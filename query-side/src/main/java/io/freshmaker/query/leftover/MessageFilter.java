package io.freshmaker.query.leftover;

import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Arguments;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which messages are wanted, as SQL.
 *
 * @param conditions all have to hold
 * @param values of their parameters
 */
record MessageFilter(List<String> conditions, Map<String, Object> values) {

    private static final List<String> OUTCOMES =
            List.of("received", "registered", "applied", "ignored", "parked", "dropped");

    private MessageFilter() {
        this(new ArrayList<>(), new HashMap<>());
    }

    /** Of a list of any messages; {@code outcome} may be repeated: one of these. */
    static MessageFilter of(HttpServletRequest request) {
        MessageFilter filter = new MessageFilter();
        String[] outcomes = request.getParameterValues("outcome");
        if (outcomes != null) filter.outcome(List.of(outcomes));
        filter.rest(request);
        return filter;
    }

    /** Of a list of parked ones. */
    static MessageFilter ofParked(HttpServletRequest request) {
        MessageFilter filter = new MessageFilter();
        filter.outcome(List.of("parked"));
        filter.rest(request);
        return filter;
    }

    MessageFilter idBefore(long id) {
        return with("m.id < :before", "before", id);
    }

    MessageFilter idAfter(long id) {
        return with("m.id > :after", "after", id);
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private void rest(HttpServletRequest request) {
        given(request, "topic").ifPresent(topic -> with("m.topic = :topic", "topic", topic));
        given(request, "message_id").ifPresent(id -> with("m.message_id = :messageId", "messageId", id));
        given(request, "event")
                .map(text -> Arguments.number("event", text, 0, Integer.MAX_VALUE))
                .ifPresent(event ->
                        with("m.event_id = (select event_key from event_view where number = :event)", "event", event));
        Arguments.time("since", request.getParameter("since"))
                .ifPresent(time -> with("m.received_at >= :since", "since", Timestamp.from(time)));
        Arguments.time("until", request.getParameter("until"))
                .ifPresent(time -> with("m.received_at < :until", "until", Timestamp.from(time)));
    }

    private void outcome(List<String> wanted) {
        wanted.stream()
                .filter(outcome -> !OUTCOMES.contains(outcome))
                .findFirst()
                .ifPresent(unknown -> {
                    throw ApiError.badRequest(
                            "'outcome' must be one of %s, not '%s'.".formatted(String.join(", ", OUTCOMES), unknown));
                });
        with("m.outcome in (:outcomes)", "outcomes", wanted);
    }

    private static Optional<String> given(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private MessageFilter with(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }
}
