package io.freshmaker.command.adapter.process;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.Map;

/** How a program ended: its exit status, or that it could not be started, and the last line that it printed. */
record Exit(String status, String lastLine) {

    private static final int LONGEST = 500;

    static Exit of(int status, String lastLine) {
        return new Exit(Integer.toString(status), printable(lastLine));
    }

    /** The program was never run, because of {@code why}. */
    static Exit notStarted(String why) {
        return new Exit("not started", printable(why));
    }

    ExternalOutcome outcome() {
        if (status.equals("0")) return new ExternalOutcome.Built();
        return new ExternalOutcome.Broken(
                new Reason(ReasonCode.BUILD_FAILED, Map.of("status", status, "last_line", lastLine)));
    }

    private static String printable(String line) {
        StringBuilder text = new StringBuilder();
        line.codePoints().takeWhile(point -> text.length() < LONGEST).forEach(point -> append(text, point));
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text.toString();
    }

    private static void append(StringBuilder text, int point) {
        if (Character.isISOControl(point)) {
            text.append("\\u%04x".formatted(point));
        } else if (text.length() + Character.charCount(point) <= LONGEST) {
            text.appendCodePoint(point);
        } else {
            text.append(' '); // half a character would be no text
        }
    }
}
