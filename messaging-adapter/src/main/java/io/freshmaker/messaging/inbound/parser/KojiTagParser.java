package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.BuildTagged;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A build that got one of the tags that are followed. A message that names the tag only says nothing to us. */
@Component
public final class KojiTagParser implements BusParser {

    private final FollowedTags followed;

    public KojiTagParser(FollowedTags followed) {
        this.followed = followed;
    }

    @Override
    public List<String> topicSuffixes() {
        return followed.isEmpty() ? List.of() : List.of("buildsys.tag");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty() || body.get("name").isAbsent() || !KojiBody.isPrimary(body)) return Optional.empty();
        String tag = body.get("tag").text(ValueKind.TAG);
        return followed.branchOf(tag).map(branch -> Meaning.of(new BuildTagged(KojiBody.nvr(body), tag, branch)));
    }
}
