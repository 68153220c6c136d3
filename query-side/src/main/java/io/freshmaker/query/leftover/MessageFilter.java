package io.freshmaker.query.leftover;

import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.util.List;

/** Which messages {@code m} a request asks for. */
final class MessageFilter {

    private MessageFilter() {}

    /** Of a list of any messages. */
    static Conditions of(HttpServletRequest request) {
        Arguments arguments = new Arguments(request);
        List<String> outcomes = arguments.names("outcome", Outcome.class).stream()
                .map(name -> Outcome.valueOf(name).toString())
                .toList();
        return of(outcomes, arguments);
    }

    /** Of a list of parked ones. */
    static Conditions ofParked(HttpServletRequest request) {
        return of(List.of(Outcome.PARKED.toString()), new Arguments(request));
    }

    private static Conditions of(List<String> outcomes, Arguments arguments) {
        Conditions wanted = new Conditions()
                .where("m.outcome in (:outcome)", "outcome", outcomes)
                .where("m.topic in (:topic)", "topic", arguments.texts("topic"))
                .where("m.message_id in (:messageId)", "messageId", arguments.texts("message_id"))
                .where(
                        "m.event_id in (select event_key from event_view where number in (:event))",
                        "event",
                        arguments.numbers("event"));
        arguments.time("since").ifPresent(time -> wanted.and("m.received_at >= :since", "since", Timestamp.from(time)));
        arguments.time("until").ifPresent(time -> wanted.and("m.received_at < :until", "until", Timestamp.from(time)));
        return wanted;
    }
}
