package io.freshmaker.command.compose;

import java.time.Duration;

/** What is to be done for a wish. */
public sealed interface Claim {

    /**
     * Ask ODCS for it: nobody else does.
     *
     * @param again whether it may have been asked for before, and the answer got lost
     * @param call which try it is, from 1
     */
    record Ask(boolean again, int call) implements Claim {}

    /** Ask later: an earlier try may still be heard, for so long. */
    record Later(Duration left) implements Claim {}

    /** Take this one: somebody has got the same already. */
    record Take(long number) implements Claim {}

    /** Nothing: somebody asks for the same, or it has been asked for, or nobody needs it any more. */
    record Nothing() implements Claim {}
}
