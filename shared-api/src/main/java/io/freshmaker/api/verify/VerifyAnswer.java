package io.freshmaker.api.verify;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known by now of what somebody asked for.
 *
 * @param why for people, where it is neither fine nor being looked up; else empty
 * @param autoRebuildTags of the repository that was asked for, sorted
 * @param images what is rebuilt, by NVR; only where all is fine
 */
public record VerifyAnswer(Kind kind, String why, List<String> autoRebuildTags, SortedMap<String, Verified> images) {

    /** How far it is. */
    public enum Kind {
        /** Somebody is looking: ask again. */
        LOOKING,
        /** It is rebuilt. */
        FINE,
        /** It is not, or not there. */
        WRONG,
        /** Who knows could not be asked. */
        UNKNOWN
    }

    /**
     * An image that is rebuilt.
     *
     * @param contentSets of all its architectures, sorted
     * @param tags in the repository that was asked for, sorted
     */
    public record Verified(List<String> contentSets, List<String> tags) {

        public Verified {
            contentSets = List.copyOf(contentSets);
            tags = List.copyOf(tags);
        }
    }

    public VerifyAnswer {
        autoRebuildTags = List.copyOf(autoRebuildTags);
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    }

    public static VerifyAnswer looking() {
        return without(Kind.LOOKING, "");
    }

    public static VerifyAnswer fine(List<String> autoRebuildTags, SortedMap<String, Verified> images) {
        return new VerifyAnswer(Kind.FINE, "", autoRebuildTags, images);
    }

    public static VerifyAnswer wrong(String why) {
        return without(Kind.WRONG, why);
    }

    public static VerifyAnswer unknown(String why) {
        return without(Kind.UNKNOWN, why);
    }

    private static VerifyAnswer without(Kind kind, String why) {
        return new VerifyAnswer(kind, why, List.of(), new TreeMap<>());
    }
}
