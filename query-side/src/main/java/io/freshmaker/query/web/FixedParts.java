package io.freshmaker.query.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * What the paths that a pattern matches have in common: the texts of their segments, null where a variable stands, and how many
 * there are.
 *
 * @param open whether there may be more
 */
record FixedParts(List<@Nullable String> segments, boolean open) {

    static FixedParts of(String pattern) {
        List<@Nullable String> segments = new ArrayList<>();
        for (String segment : pattern.split("/")) {
            if (segment.contains("**") || segment.startsWith("{*")) return new FixedParts(segments, true);
            if (!segment.isEmpty()) segments.add(isText(segment) ? segment : null);
        }
        return new FixedParts(segments, false);
    }

    /** The texts of the segments of the path that is asked for, as patterns compare them. */
    record Asked(List<String> texts) {

        static Asked of(PathContainer path) {
            List<String> texts = new ArrayList<>();
            for (PathContainer.Element element : path.elements()) {
                if (element instanceof PathSegment segment) texts.add(segment.valueToMatch());
            }
            return new Asked(texts);
        }
    }

    /** False only where the pattern cannot match that path. */
    boolean admit(Asked asked) {
        List<String> texts = asked.texts;
        if (open ? texts.size() < segments.size() : texts.size() != segments.size()) return false;
        for (int i = 0; i < segments.size(); i++) {
            String fixed = segments.get(i);
            if (fixed != null && !fixed.equals(texts.get(i))) return false;
        }
        return true;
    }

    private static boolean isText(String segment) {
        return segment.chars().noneMatch(character -> "{}*?:\\%".indexOf(character) >= 0);
    }
}
