package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand.LookAtSignedBuild;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A build of Brew whose RPMs were signed (spec §3.3): a hint to ask for the advisories that waited for it. */
@Component
public final class BrewSignRpmParser implements BusParser {

    @Override
    public List<String> topicSuffixes() {
        return List.of("brew.sign.rpm");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty()) return Optional.empty();
        String nvr = body.get("build").get("nvr").text(ValueKind.NVR);
        return Optional.of(Meaning.of(new LookAtSignedBuild(nvr)));
    }
}
