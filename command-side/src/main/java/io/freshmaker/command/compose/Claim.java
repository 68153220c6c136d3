package io.freshmaker.command.compose;

/** What is to be done for a wish. */
public sealed interface Claim {

    /**
     * Ask ODCS for it: nobody else does.
     *
     * @param again whether it may have been asked for before, and the answer got lost
     */
    record Ask(boolean again) implements Claim {}

    /** Take this one: somebody has got the same already. */
    record Take(long number) implements Claim {}

    /** Nothing: somebody asks for the same, or it has been asked for, or nobody needs it any more. */
    record Nothing() implements Claim {}
}
