package io.freshmaker.command.handler;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a rebuild comes down from its cause to one artifact. Of a long way the middle is left out: 10,000 images in a chain would
 * otherwise have 50 million names in their reasons.
 */
public record RebuildPath(List<String> first, int leftOut, List<String> last) {
    private static final int SHOWN = 6;

    public static RebuildPath from(String cause) {
        return new RebuildPath(List.of(cause), 0, List.of());
    }

    public RebuildPath to(String next) {
        if (first.size() < SHOWN) return new RebuildPath(plus(first, next), 0, last);
        if (last.size() < SHOWN) return new RebuildPath(first, 0, plus(last, next));
        return new RebuildPath(first, leftOut + 1, plus(last.subList(1, SHOWN), next));
    }

    /** {@code base → tools → app}. */
    @Override
    public String toString() {
        Stream<String> middle = leftOut == 0 ? Stream.of() : Stream.of("… " + leftOut + " more …");
        return String.join(
                " → ",
                Stream.of(first.stream(), middle, last.stream())
                        .flatMap(part -> part)
                        .toList());
    }

    private static List<String> plus(List<String> names, String next) {
        return Stream.concat(names.stream(), Stream.of(next)).toList();
    }
}
