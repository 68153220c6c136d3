package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.trigger.ModuleBuilt;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A module build of MBS that is ready, which is also a trigger, or has failed. Its state is a number, or a name. */
@Component
public final class MBSModuleStateChangeParser implements BusParser {

    private enum State {
        READY,
        FAILED,
        OTHER
    }

    @Override
    public List<String> topicSuffixes() {
        return List.of("mbs.module.state.change");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty()) return Optional.empty();
        return switch (state(body)) {
            case READY -> Optional.of(Meaning.of(built(body), hint(body)));
            case FAILED -> Optional.of(Meaning.of(hint(body)));
            case OTHER -> Optional.empty();
        };
    }

    private static State state(Field body) {
        Field state = body.get("state");
        Field named = state.isAbsent() ? body.get("state_name") : state;
        return named.isNumber() ? numbered(named.number()) : named(named.text(ValueKind.STATE));
    }

    private static State numbered(long state) {
        if (state == 5) return State.READY;
        return state == 4 ? State.FAILED : State.OTHER;
    }

    private static State named(String state) {
        return switch (state) {
            case "ready" -> State.READY;
            case "failed" -> State.FAILED;
            default -> State.OTHER;
        };
    }

    private static ModuleBuilt built(Field body) {
        return new ModuleBuilt(
                body.get("name").text(ValueKind.NAME),
                body.get("stream").text(ValueKind.STREAM),
                body.get("id").number());
    }

    private static LookAtSubmission hint(Field body) {
        return new LookAtSubmission("mbs", String.valueOf(body.get("id").number()));
    }
}
