package io.freshmaker.command.submission;

import java.time.Duration;

/**
 * What an attempt has of a build system's places.
 *
 * @param call which try it is, from 1, where it may be sent
 * @param left how long an earlier try may still be heard, where one is on its way
 */
public record Place(Turn turn, int call, Duration left) {

    static final Place NONE = new Place(Turn.WAIT, 0, Duration.ZERO);

    static Place forCall(int call) {
        return new Place(call == 1 ? Turn.FIRST : Turn.AGAIN, call, Duration.ZERO);
    }

    static Place onItsWay(Duration left) {
        return new Place(Turn.ON_ITS_WAY, 0, left);
    }
}
