package io.freshmaker.command.adapter.koji;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the sources of a build lie, as Koji writes it: {@code git://host/<namespace>/<name>#<commit>}, with an optional {@code ?…}
 * before the hash (spec §7.1, "Resolving" 1).
 *
 * @param commit what stands after the hash: a commit, or a branch where nobody resolved it
 */
record SourceUrl(String repository, String commit) {

    private static final Pattern FORM =
            Pattern.compile(".*/(?<repository>[^/?#]+/[^/?#]+?)(\\.git)?/?(\\?[^#]*)?#(?<commit>\\S+)");

    static Optional<SourceUrl> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new SourceUrl(matcher.group("repository"), matcher.group("commit")))
                : Optional.empty();
    }

    /** As we hand it to Koji, which has schemes of its own for git over other protocols: {@code git+https} and the like. */
    static String of(String base, String repository, String commit) {
        String scheme = base.matches("(https?|ssh|file)://.*") ? "git+" : "";
        return "%s%s/%s#%s".formatted(scheme, base.replaceAll("/+$", ""), repository, commit);
    }

    /** Whether it is a commit: a name with a slash, e.g. {@code origin/main}, is a branch. */
    boolean isCommit() {
        return !commit.contains("/");
    }
}
