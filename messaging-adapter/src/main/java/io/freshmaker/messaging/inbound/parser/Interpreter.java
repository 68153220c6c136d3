package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Asks the parsers in turn; the first that understands the topic decides, also with "not for us" (spec §3.2). An id is needed
 * only of messages that some parser understands. Never throws.
 */
public final class Interpreter {

    private final List<BusParser> parsers;

    public Interpreter(List<BusParser> parsers) {
        this.parsers = List.copyOf(parsers);
    }

    /** @param read may throw {@link MalformedMessage} */
    public Interpretation interpret(Supplier<BusMessage> read) {
        try {
            return interpret(read.get());
        } catch (MalformedMessage e) {
            return new Broken(String.valueOf(e.getMessage()));
        }
    }

    private Interpretation interpret(BusMessage message) {
        for (BusParser parser : parsers) {
            if (parser.understands(message.topic())) return ask(parser, message);
        }
        return new Ignored("no parser for the topic");
    }

    private static Interpretation ask(BusParser parser, BusMessage message) {
        String id = message.requiredId();
        return parser.parse(message)
                .<Interpretation>map(meaning -> new Meant(id, meaning, message.isDryRun()))
                .orElseGet(() -> new Ignored(parser.name() + ": says nothing to us"));
    }
}
