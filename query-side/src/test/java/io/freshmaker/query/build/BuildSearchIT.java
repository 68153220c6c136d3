package io.freshmaker.query.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Plans;
import io.freshmaker.query.testing.RunningQuerySide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningQuerySide
class BuildSearchIT {

    @Autowired
    Plans plans;

    @ParameterizedTest
    @CsvSource({
        "state=FAILED, state",
        "type=MODULE, type",
        "reason=BUILD_FAILED, reason",
        "reason=BUILD_FAILED, end_reason",
        "event=1&event=2, event_number",
        "name=base, name",
        "name=base&name=app, name",
        "stream=f25, stream",
        "original_nvr=base-1-1, original_nvr",
        "rebuilt_nvr=base-1-1, rebuilt_nvr"
    })
    void each_filter_is_answered_from_an_index(String query, String column) {
        assertThat(plans.of("build_view", query, BuildSearch::of)).contains("Index Cond: (" + column + " ");
    }
}
