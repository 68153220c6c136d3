package io.freshmaker.query.testing;

import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyAnswer.Verified;
import io.freshmaker.api.verify.VerifyCommand;
import io.freshmaker.api.verify.VerifyCommand.VerifyImage;
import io.freshmaker.api.verify.VerifyCommand.VerifyRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;

/** Plays the command side that verifies: gives these answers, one after the other, and then the last one again and again. */
public final class Verifying implements AutoCloseable {

    /** One that is rebuilt. */
    public static final SortedMap<String, Verified> IMAGES =
            new TreeMap<>(Map.of("shelf-1-1", new Verified(List.of("a-rpms", "b-rpms"), List.of("1-1", "latest"))));

    /** What it was asked. */
    public final List<VerifyCommand> asked = new ArrayList<>();

    private final List<VerifyAnswer> answers;
    private final List<Registration> registrations;

    public Verifying(CommandBus bus, VerifyAnswer... answers) {
        this.answers = List.of(answers);
        this.registrations = Stream.of(VerifyImage.class, VerifyRepository.class)
                .map(kind -> bus.subscribe(kind.getName(), message -> answer((VerifyCommand) message.getPayload())))
                .toList();
    }

    private VerifyAnswer answer(VerifyCommand question) {
        asked.add(question);
        return answers.get(Math.min(asked.size(), answers.size()) - 1);
    }

    @Override
    public void close() {
        registrations.forEach(Registration::cancel);
    }
}
