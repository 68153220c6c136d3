package io.freshmaker.query.leftover;

import io.freshmaker.query.list.Arguments;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which messages are wanted, as SQL.
 *
 * @param conditions all have to hold
 * @param values of their parameters
 */
record MessageFilter(List<String> conditions, Map<String, Object> values) {

    private MessageFilter() {
        this(new ArrayList<>(), new HashMap<>());
    }

    /** Of a list of any messages. */
    static MessageFilter of(HttpServletRequest request) {
        MessageFilter filter = new MessageFilter();
        Arguments arguments = new Arguments(request);
        filter.oneOf(
                "m.outcome",
                "outcome",
                arguments.names("outcome", Outcome.class).stream()
                        .map(name -> Outcome.valueOf(name).toString())
                        .toList());
        return filter.rest(arguments);
    }

    /** Of a list of parked ones. */
    static MessageFilter ofParked(HttpServletRequest request) {
        return new MessageFilter()
                .oneOf("m.outcome", "outcome", List.of(Outcome.PARKED.toString()))
                .rest(new Arguments(request));
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

    private MessageFilter rest(Arguments arguments) {
        oneOf("m.topic", "topic", arguments.texts("topic"));
        oneOf("m.message_id", "messageId", arguments.texts("message_id"));
        List<Integer> events = arguments.numbers("event");
        if (!events.isEmpty())
            with("m.event_id in (select event_key from event_view where number in (:event))", "event", events);
        arguments.time("since").ifPresent(time -> with("m.received_at >= :since", "since", Timestamp.from(time)));
        arguments.time("until").ifPresent(time -> with("m.received_at < :until", "until", Timestamp.from(time)));
        return this;
    }

    private MessageFilter oneOf(String column, String name, List<String> wanted) {
        return wanted.isEmpty() ? this : with("%s in (:%s)".formatted(column, name), name, wanted);
    }

    private MessageFilter with(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }
}
