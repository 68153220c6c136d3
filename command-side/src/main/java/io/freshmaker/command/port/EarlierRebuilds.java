package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Knows which images we rebuilt for an advisory before: what ended well, and nothing that only is to. */
public interface EarlierRebuilds {

    /** The oldest first; none where there are none. */
    List<Rebuilt> of(long advisory);

    /**
     * An image that was rebuilt.
     *
     * @param event the number of the Event that did it
     * @param build the number of the build
     * @param contained NVRs of what it was found to contain of the advisory's RPMs then; none where nobody looked
     */
    record Rebuilt(Nvr original, Nvr rebuilt, int event, int build, SortedSet<Nvr> contained) {

        public Rebuilt {
            contained = Collections.unmodifiableSortedSet(new TreeSet<>(contained));
        }
    }
}
