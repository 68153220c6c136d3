package io.freshmaker.command.policy;

/** What went wrong, short enough for a fact. */
final class ErrorText {

    private static final int LONGEST = 500;

    private ErrorText() {}

    static String of(Throwable thrown) {
        String text = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        return cut(text);
    }

    /** What somebody said of it. */
    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
