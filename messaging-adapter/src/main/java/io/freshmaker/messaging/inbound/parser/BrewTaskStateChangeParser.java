package io.freshmaker.messaging.inbound.parser;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The same of Brew, whose messages have another form, for container builds only (spec §3.3). */
@Component
public final class BrewTaskStateChangeParser implements BusParser {

    @Override
    public List<String> topicSuffixes() {
        return List.of("brew.task.closed", "brew.task.failed", "brew.task.canceled"); // the last is not in the original
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty()) return Optional.empty();
        Field info = body.get("info");
        if (!KojiBody.isImageBuild(info) || !KojiBody.isEnded(body)) return Optional.empty();
        return Optional.of(KojiBody.ended(body, info.get("id").number(), true));
    }
}
