package io.freshmaker.standalone.simulation;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.value.EventId;
import io.freshmaker.messaging.inbound.parser.BodhiUpdateCompleteStableParser;
import io.freshmaker.messaging.inbound.parser.GitReceiveParser;
import io.freshmaker.messaging.inbound.parser.Interpretation.Broken;
import io.freshmaker.messaging.inbound.parser.Interpretation.Ignored;
import io.freshmaker.messaging.inbound.parser.Interpretation.Meant;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the bus carries to us, at random: updates, pushes, what concerns nobody, and what is broken. */
final class Messages {

    private static final String PUSH = "org.fedoraproject.prod.git.receive";

    private static final Interpreter INTERPRETER =
            new Interpreter(List.of(new GitReceiveParser(), new BodhiUpdateCompleteStableParser()));

    private final Random random;
    private final RandomImages images;
    private int count;

    Messages(Random random, RandomImages images) {
        this.random = random;
        this.images = images;
    }

    BusMessage next() {
        String id = "message-" + ++count;
        return switch (random.nextInt(8)) {
            case 0 -> BusMessage.specPushed(id, "nobody");
            case 1 -> BusMessage.ofNoInterest(id);
            case 2 -> new BusMessage(id, PUSH, "{\"broken\": ");
            case 3, 4 -> dockerfilePushed(id);
            default -> BusMessage.updateStable(id, RandomImages.updatedBuild(pick(images.packages())));
        };
    }

    /** What it means, if anything. */
    static Optional<Trigger> triggerOf(BusMessage message) {
        byte[] body = message.json().getBytes(StandardCharsets.UTF_8);
        return switch (INTERPRETER.interpret(
                () -> io.freshmaker.messaging.inbound.parser.BusMessage.read(message.topic(), message.id(), body))) {
            case Meant(var _, var meaning, var _) -> meaning.trigger();
            case Ignored _, Broken _ -> Optional.empty();
        };
    }

    /** The Event that it makes; of what makes none, one that there never is. */
    static EventId eventOf(BusMessage message) {
        return triggerOf(message).map(Trigger::eventId).orElseGet(() -> EventId.ofMessage(message.id()));
    }

    /** Whether a row will have its id. */
    static boolean isReadable(BusMessage message) {
        return message.json().endsWith("}");
    }

    private static BusMessage dockerfilePushed(String id) {
        String json = """
            {"topic": "%1$s", "msg_id": "%2$s", "timestamp": 1700000000.0, "msg":
             {"commit": {"repo": "img-%3$s", "namespace": "container", "branch": "f41", "rev": "%4$040x", "username": "ada",
              "stats": {"files": {"Dockerfile": {"additions": 1, "deletions": 0, "lines": 1}}}}}}\
            """.formatted(PUSH, id, id, id.hashCode() & 0xffff);
        return new BusMessage(id, PUSH, json);
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
