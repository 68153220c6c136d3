package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * An advisory whose builds were signed, or are not any more (spec §3.3): a hint to ask about it when it has RPMs. The state that counts
 * is the one that is looked up then.
 */
@Component
public final class ErrataAdvisorySigningChangedParser implements BusParser {

    private static final Set<String> RPMS = Set.of("rpm", "module");

    @Override
    public List<String> topicSuffixes() {
        return List.of("errata.activity.signing");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty()) return Optional.empty();
        boolean rpms = body.get("content_types").elements().map(type -> type.text(ValueKind.NAME)).toList().stream()
                .anyMatch(RPMS::contains);
        long advisory = body.get("errata_id").number();
        return rpms ? Optional.of(Meaning.of(new LookAtAdvisory(advisory, ""))) : Optional.empty();
    }
}
