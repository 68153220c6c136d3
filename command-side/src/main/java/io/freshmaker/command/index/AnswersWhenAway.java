package io.freshmaker.command.index;

/** What the index may answer to planning while the system that knows images is away. People may always read it (decision 0026). */
public enum AnswersWhenAway {

    /** Nothing: a plan waits, and so misses no image. */
    NOTHING,

    /** What was asked for by NVR and is known as a whole: what it contains is sure, where it lies may have changed. */
    KNOWN_IMAGES,

    /** Everything: images that the index has not heard of are missed. */
    EVERYTHING;

    boolean allows(AnswersWhenAway needed) {
        return compareTo(needed) >= 0;
    }
}
