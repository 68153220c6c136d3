package io.freshmaker.api.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventStateTest {

    /** Each row: a state, its number (spec §2.2), and whether it may become each of the six, in the order of the numbers. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        FROM,        ID, INITIALIZED, BUILDING, COMPLETE, FAILED, SKIPPED, CANCELED
        INITIALIZED, 0,  false,       true,     false,    true,   true,    true
        BUILDING,    1,  false,       false,    true,     false,  false,   true
        COMPLETE,    2,  false,       false,    false,    false,  false,   false
        FAILED,      3,  false,       false,    false,    false,  false,   false
        SKIPPED,     4,  false,       false,    false,    false,  false,   false
        CANCELED,    5,  false,       false,    false,    false,  false,   false
        """)
    void every_pair_of_states(
            EventState from,
            int id,
            boolean initialized,
            boolean building,
            boolean complete,
            boolean failed,
            boolean skipped,
            boolean canceled) {
        boolean[] expected = {initialized, building, complete, failed, skipped, canceled};
        boolean any = false;
        for (EventState to : EventState.values()) {
            assertThat(from.mayBecome(to)).as(from + " → " + to).isEqualTo(expected[to.id()]);
            any |= expected[to.id()];
        }
        assertThat(from.isFinal()).isEqualTo(!any);
        assertThat(from.id()).isEqualTo(id);
    }

    @Test
    void a_tally_counts_each_end() {
        Tally tally = Tally.NONE.oneDone().oneDone().oneFailed().oneCanceled();

        assertThat(tally).isEqualTo(new Tally(2, 1, 1));
        assertThat(tally.settled()).isEqualTo(4);
    }
}
