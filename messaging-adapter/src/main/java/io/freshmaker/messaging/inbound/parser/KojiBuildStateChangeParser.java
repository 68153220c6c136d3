package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand.LookAtBuild;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A build that Koji has completed: a hint to ask which of the followed tags it has, if any are followed. */
@Component
public final class KojiBuildStateChangeParser implements BusParser {

    private static final long COMPLETE = 1;

    private final FollowedTags followed;

    public KojiBuildStateChangeParser(FollowedTags followed) {
        this.followed = followed;
    }

    @Override
    public List<String> topicSuffixes() {
        return followed.isEmpty() ? List.of() : List.of("buildsys.build.state.change");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty() || body.get("new").isAbsent() || !KojiBody.isPrimary(body)) return Optional.empty();
        if (body.get("new").number() != COMPLETE) return Optional.empty();
        return Optional.of(Meaning.of(new LookAtBuild(KojiBody.nvr(body))));
    }
}
