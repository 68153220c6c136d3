package io.freshmaker.query.event;

import io.freshmaker.api.event.EventState;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which Events are wanted in {@code /api/3}: several values of one filter mean "one of these", several filters "all of these". */
final class EventSearch {

    private EventSearch() {}

    /** @param ids as for {@link EventFilter#requesters} */
    static Conditions of(Arguments given, UnaryOperator<List<String>> ids) {
        List<Integer> states = given.ordinals("state", EventState.class);
        List<String> reasons = given.names("reason", ReasonCode.class);
        Conditions wanted = new Conditions()
                .where("state in (:state)", "state", states)
                .where("event_type_id in (:type)", "type", given.ordinals("type", EventType.class))
                .where("reasons && cast(array[:reason] as text[])", "reason", reasons)
                .where("search_key in (:search_key)", "search_key", given.texts("search_key"))
                .where("requester in (:requester)", "requester", EventFilter.requesters(given.texts("requester"), ids))
                .where("packages && cast(array[:package] as text[])", "package", given.texts("package"))
                .where("number in (select event_number from build_view where %s)", ofBuilds(given));
        boolean unlisted =
                states.contains(EventState.SKIPPED.id()) || reasons.contains(ReasonCode.NO_CANDIDATES.name());
        return unlisted ? wanted : wanted.and("listed");
    }

    /** What one and the same build of the Event must be. */
    private static Conditions ofBuilds(Arguments given) {
        return new Conditions()
                .where("name in (:artifact)", "artifact", given.texts("artifact"))
                .where("stream in (:stream)", "stream", given.texts("stream"))
                .where("original_nvr in (:original_nvr)", "original_nvr", given.texts("original_nvr"))
                .where("rebuilt_nvr in (:rebuilt_nvr)", "rebuilt_nvr", given.texts("rebuilt_nvr"));
    }
}
