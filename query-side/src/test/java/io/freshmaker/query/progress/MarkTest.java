package io.freshmaker.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class MarkTest {

    private static final TrackingToken AT_SEVEN = GapAwareTrackingToken.newInstance(7, List.of(5L));

    @Test
    void a_fact_in_a_gap_is_not_passed_yet() {
        Mark mark = Mark.of(AT_SEVEN);

        assertThat(mark.hasPassed(7)).isTrue();
        assertThat(mark.hasPassed(5)).isFalse();
        assertThat(mark.hasPassed(8)).isFalse();
        assertThat(mark.replaying()).isFalse();
        assertThat(Mark.of(null).hasPassed(0)).isFalse();
    }

    @Test
    void a_replay_has_passed_what_it_has_read_again_and_ends_where_it_began() {
        Mark begun = Mark.of(ReplayToken.createReplayToken(AT_SEVEN, null));
        Mark onTheWay =
                Mark.of(ReplayToken.createReplayToken(AT_SEVEN, GapAwareTrackingToken.newInstance(3, List.of())));

        assertThat(begun.replaying()).isTrue();
        assertThat(begun.hasPassed(0)).isFalse();
        assertThat(onTheWay.replaying()).isTrue();
        assertThat(onTheWay.hasPassed(3)).isTrue();
        assertThat(onTheWay.hasPassed(7)).isFalse();
        assertThat(Mark.of(AT_SEVEN).replaying()).isFalse();
    }
}
