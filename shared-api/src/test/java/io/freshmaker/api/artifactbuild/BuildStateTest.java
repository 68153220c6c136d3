package io.freshmaker.api.artifactbuild;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildStateTest {

    /** Each row: a state, its number (spec §2.3), and whether it may become each of the five, in the order of the numbers. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        FROM,     ID, BUILD, DONE,  FAILED, CANCELED, PLANNED
        BUILD,    0,  false, true,  true,   true,     false
        DONE,     1,  false, false, false,  false,    false
        FAILED,   2,  false, false, false,  false,    false
        CANCELED, 3,  false, false, false,  false,    false
        PLANNED,  4,  true,  false, true,   true,     false
        """)
    void every_pair_of_states(
            BuildState from, int id, boolean build, boolean done, boolean failed, boolean canceled, boolean planned) {
        boolean[] expected = {build, done, failed, canceled, planned};
        boolean any = false;
        for (BuildState to : BuildState.values()) {
            assertThat(from.mayBecome(to)).as(from + " → " + to).isEqualTo(expected[to.id()]);
            any |= expected[to.id()];
        }
        assertThat(from.isFinal()).isEqualTo(!any);
        assertThat(from.id()).isEqualTo(id);
    }
}
