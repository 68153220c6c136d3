package io.freshmaker.command.verify;

import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyCommand;
import io.freshmaker.command.outside.Remembered;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks things up beside the thread that handles the question, each once however many ask, and keeps for a moment what came of it.
 * It is in memory only: who asks again after a crash starts it anew.
 */
final class LookUps {

    /** Longer than anybody pauses between asking and asking again; short for who has corrected something and looks again. */
    static final Duration KEPT = Duration.ofSeconds(10);

    /** Waiting or being looked up: more than people want at once. */
    static final int MOST = 20;

    private static final Logger log = LoggerFactory.getLogger(LookUps.class);
    private static final int MOST_KEPT = 200;

    private final Executor threads;
    private final Set<VerifyCommand> underway = new HashSet<>();
    private final Remembered<VerifyCommand, VerifyAnswer> answers;

    LookUps(Executor threads, Clock clock) {
        this.threads = threads;
        this.answers = new Remembered<>(KEPT, MOST_KEPT, clock);
    }

    /** What is known by now, and otherwise that it is being looked up. Never waits. */
    synchronized VerifyAnswer answer(VerifyCommand question, Supplier<VerifyAnswer> look) {
        return answers.get(question).orElseGet(() -> {
            if (underway.contains(question)) return VerifyAnswer.looking();
            if (underway.size() >= MOST) return VerifyAnswer.unknown("Too much is being verified; try again soon.");
            underway.add(question);
            threads.execute(() -> end(question, outcome(question, look)));
            return VerifyAnswer.looking();
        });
    }

    private synchronized void end(VerifyCommand question, VerifyAnswer answer) {
        underway.remove(question);
        answers.put(question, answer);
    }

    private static VerifyAnswer outcome(VerifyCommand question, Supplier<VerifyAnswer> look) {
        try {
            return look.get();
        } catch (Unavailable | Refused e) {
            return VerifyAnswer.unknown(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("{} failed", question, e);
            return VerifyAnswer.unknown("Something broke on the command side; its log says what.");
        }
    }
}
