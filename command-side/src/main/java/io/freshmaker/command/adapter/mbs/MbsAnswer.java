package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;

/**
 * What MBS, or something between it and us, said to an order.
 *
 * @param what was to be done, for people
 */
record MbsAnswer(String what, Answer answer) {

    private static final int LONGEST_MESSAGE = 500;

    int status() {
        return answer.status();
    }

    /** Whether MBS itself says that it was done. */
    boolean isDone() {
        return status() == 200 && JsonAnswers.isObject(answer);
    }

    /** The build that was made. */
    MbsBuild build() {
        return new MbsBuild(JsonAnswers.object(MbsApi.SYSTEM, what, answer), what);
    }

    /** {@link Refused} for a client's mistake; {@link Unavailable} for an answer that MBS itself does not give. */
    RuntimeException refusal() {
        if (status() == 401) {
            return new Refused("MBS does not know us (%s); see the setting freshmaker.mbs.token (401): %s"
                    .formatted(what, message()));
        }
        String sentence = "MBS answered %d (%s): %s".formatted(status(), what, message());
        boolean itsOwn = status() / 100 == 4 && JsonAnswers.isObject(answer);
        return itsOwn ? new Refused(sentence) : new Unavailable(sentence);
    }

    /** What MBS says for people. */
    String message() {
        return message(answer);
    }

    static String message(Answer answer) {
        String message =
                JsonAnswers.textOf(answer, "message").orElse("no message").replaceAll("\\s+", " ");
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }
}
