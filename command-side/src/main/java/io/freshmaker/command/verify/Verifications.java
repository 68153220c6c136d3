package io.freshmaker.command.verify;

import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyCommand.VerifyImage;
import io.freshmaker.api.verify.VerifyCommand.VerifyRepository;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;

/** Answers people's questions about what is rebuilt, at once: who knows is asked meanwhile. */
final class Verifications {

    private final LookUps lookUps;
    private final Supplier<Verifier> verifier;

    /** @param verifier throws {@link io.freshmaker.command.port.Refused} where no system knows repositories */
    Verifications(LookUps lookUps, Supplier<Verifier> verifier) {
        this.lookUps = lookUps;
        this.verifier = verifier;
    }

    @CommandHandler
    VerifyAnswer handle(VerifyImage question) {
        return lookUps.answer(question, () -> verifier.get().image(question.nvr()));
    }

    @CommandHandler
    VerifyAnswer handle(VerifyRepository question) {
        return lookUps.answer(question, () -> verifier.get().repository(question.repository()));
    }
}
