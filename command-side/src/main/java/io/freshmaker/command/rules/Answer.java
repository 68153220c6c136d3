package io.freshmaker.command.rules;

import io.freshmaker.command.yaml.Place;

/** What a rule says, and where the part stands that made it say so. */
record Answer(Truth truth, Place place) {

    /** In the order of how far it may match. */
    enum Truth {
        /** Does not match, whatever is known later. */
        NO,
        /** Depends on what is not known yet. */
        PERHAPS,
        /** Matches, whatever is known later. */
        YES
    }

    boolean is(Truth wanted) {
        return truth == wanted;
    }
}
