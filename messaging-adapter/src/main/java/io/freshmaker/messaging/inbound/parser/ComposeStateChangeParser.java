package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand.LookAtCompose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A compose of ODCS that is over (spec §3.3), under today's topic or that of 2017: a hint to ask ODCS about it, which alone is believed. */
@Component
public final class ComposeStateChangeParser implements BusParser {

    /** Done, removed, failed; before that there is nothing to find out. */
    private static final Set<Long> OVER = Set.of(2L, 3L, 4L);

    @Override
    public List<String> topicSuffixes() {
        return List.of("odcs.compose.state-changed", "odcs.state.change");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty()) return Optional.empty();
        Field compose = body.get("compose");
        long id = compose.get("id").number();
        return OVER.contains(compose.get("state").number())
                ? Optional.of(Meaning.of(new LookAtCompose(id)))
                : Optional.empty();
    }
}
