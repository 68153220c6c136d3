package io.freshmaker.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Plans;
import io.freshmaker.query.testing.RunningQuerySide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningQuerySide
class EventSearchIT {

    @Autowired
    Plans plans;

    @ParameterizedTest
    @CsvSource({
        "state=FAILED, state",
        "state=FAILED&state=CANCELED, state",
        "type=4, event_type_id",
        "reason=BLOCKED, reasons",
        "package=bash&package=zlib, packages",
        "search_key=x, search_key",
        "search_key=x&search_key=y, search_key",
        "requester=actor-1, requester",
        "requester=actor-1&requester=actor-2, requester",
        "artifact=base, name",
        "artifact=base&artifact=app, name",
        "stream=f25, stream",
        "original_nvr=base-1-1, original_nvr",
        "rebuilt_nvr=base-1-1&rebuilt_nvr=app-1-1, rebuilt_nvr"
    })
    void each_filter_is_answered_from_an_index(String query, String column) {
        assertThat(plans.of("event_view", query, given -> EventSearch.of(given, names -> names)))
                .contains("Index Cond: (" + column + " ");
    }
}
