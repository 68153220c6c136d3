package io.freshmaker.api.value;

import java.util.regex.Pattern;

/** How names from outside are written; what else comes may end in a path or a log line, and is refused. */
public final class Names {

    /** Of a package, module, container, tag or target. */
    public static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9._+-]*";

    /** Of a branch in git. */
    public static final String BRANCH = "(?!.*(\\.\\.|//|/\\.))[A-Za-z0-9_][A-Za-z0-9._+/-]*(?<![/.])";

    private static final Pattern PLAIN_TEXT = Pattern.compile(PLAIN);
    private static final Pattern BRANCH_TEXT = Pattern.compile(BRANCH);
    private static final int LONGEST = 255;

    private Names() {}

    /** Whether it is written as {@link #PLAIN} says, in at most 255 characters. */
    public static boolean isPlain(String text) {
        return text.length() <= LONGEST && PLAIN_TEXT.matcher(text).matches();
    }

    /** Whether it is written as {@link #BRANCH} says, in at most 255 characters. */
    public static boolean isBranch(String text) {
        return text.length() <= LONGEST && BRANCH_TEXT.matcher(text).matches();
    }
}
