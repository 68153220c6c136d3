package io.freshmaker.messaging.inbound.parser;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A task of Koji that ended (spec §3.3): a hint to ask Koji about it, which alone is believed. */
@Component
public final class KojiTaskStateChangeParser implements BusParser {

    @Override
    public List<String> topicSuffixes() {
        return List.of("buildsys.task.state.change");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty() || body.get("id").isAbsent()) return Optional.empty();
        if (!KojiBody.isPrimary(body) || !KojiBody.isEnded(body)) return Optional.empty();
        return Optional.of(KojiBody.ended(body, body.get("id").number(), KojiBody.isImageBuild(body)));
    }
}
