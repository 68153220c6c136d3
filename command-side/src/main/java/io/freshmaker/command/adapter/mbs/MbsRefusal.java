package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;

/** What it means when MBS does not do what it is told. */
final class MbsRefusal {

    private static final int LONGEST_MESSAGE = 500;

    private MbsRefusal() {}

    /** {@link Refused} for a client's mistake; {@link Unavailable} for an answer that MBS itself does not give. */
    static RuntimeException of(Answer answer) {
        if (answer.status() == 401) {
            return new Refused("MBS does not know us; see the setting freshmaker.mbs.token (401): " + message(answer));
        }
        String sentence = "MBS answered %d: %s".formatted(answer.status(), message(answer));
        return answer.status() / 100 == 4 ? new Refused(sentence) : new Unavailable(sentence);
    }

    /** What MBS says for people. */
    static String message(Answer answer) {
        String message =
                JsonAnswers.textOf(answer, "message").orElse("no message").replaceAll("\\s+", " ");
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }
}
