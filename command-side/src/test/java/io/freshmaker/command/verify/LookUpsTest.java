package io.freshmaker.command.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyCommand.VerifyImage;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LookUpsTest {

    private static final VerifyImage IMAGE = new VerifyImage("shelf-1-1");
    private static final VerifyAnswer WRONG = VerifyAnswer.wrong("It is wrong.");

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.EPOCH;
    private int looked;
    private final LookUps lookUps = new LookUps(waiting::add, clock());

    @Test
    void who_asks_hears_at_once_that_somebody_looks_and_the_answer_when_asking_again() {
        assertThat(answer()).isEqualTo(VerifyAnswer.looking());
        assertThat(answer()).isEqualTo(VerifyAnswer.looking());

        work();

        assertThat(answer()).isEqualTo(WRONG);
        assertThat(answer()).isEqualTo(WRONG);
        assertThat(looked).as("however often it was asked").isEqualTo(1);
    }

    @Test
    void what_is_old_is_looked_up_again() {
        answer();
        work();
        now = now.plus(LookUps.KEPT);

        assertThat(answer()).isEqualTo(VerifyAnswer.looking());
        work();
        assertThat(looked).isEqualTo(2);
    }

    @Test
    void who_cannot_be_asked_is_named_and_a_mistake_of_ours_is_not_the_persons_business() {
        assertThat(outcome(new Unavailable("pyxis did not answer"))).isEqualTo("pyxis did not answer");
        assertThat(outcome(new Refused("the setting is missing"))).isEqualTo("the setting is missing");
        assertThat(outcome(new IllegalStateException("secret")))
                .isEqualTo("Something broke on the command side; its log says what.");
    }

    @Test
    void more_than_some_are_not_even_queued() {
        for (int i = 0; i < LookUps.MOST; i++) lookUps.answer(new VerifyImage("shelf-1-" + i), () -> WRONG);

        assertThat(lookUps.answer(new VerifyImage("shelf-2-1"), () -> WRONG))
                .isEqualTo(VerifyAnswer.unknown("Too much is being verified; try again soon."));
        assertThat(waiting).hasSize(LookUps.MOST);

        work();
        assertThat(lookUps.answer(new VerifyImage("shelf-2-1"), () -> WRONG)).isEqualTo(VerifyAnswer.looking());
    }

    private VerifyAnswer answer() {
        return lookUps.answer(IMAGE, () -> {
            looked++;
            return WRONG;
        });
    }

    private String outcome(RuntimeException thrown) {
        now = now.plus(LookUps.KEPT);
        for (int i = 0; i < 2; i++) {
            VerifyAnswer answer = lookUps.answer(IMAGE, () -> {
                throw thrown;
            });
            if (answer.kind() == VerifyAnswer.Kind.UNKNOWN) return answer.why();
            work();
        }
        throw new AssertionError("It is never answered");
    }

    private void work() {
        while (!waiting.isEmpty()) waiting.remove().run();
    }

    private Clock clock() {
        return InstantSource.offset(() -> now, Duration.ZERO).withZone(ZoneOffset.UTC);
    }
}
