package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.api.trigger.AdvisoryReady;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An advisory in another state (spec §3.3): a trigger when it was shipped, and a hint to ask who filed it; in any other state only a
 * hint to ask about it. Nothing is looked up here, so an Errata Tool that is away costs no advisory. What is asked after a hint is no dry
 * run, so there is none for one.
 */
@Component
public final class ErrataAdvisoryStateChangedParser implements BusParser {

    @Override
    public List<String> topicSuffixes() {
        return List.of("errata.activity.status");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        Field body = message.body();
        if (body.isEmpty()) return Optional.empty();
        long advisory = body.get("errata_id").number();
        String state = body.get("to").text(ValueKind.STATE);
        LookAtAdvisory hint = new LookAtAdvisory(advisory, state);
        if (!state.equals(AdvisoryReady.SHIPPED)) return Optional.of(Meaning.of(hint));
        AdvisoryReady trigger = new AdvisoryReady(advisory, state);
        return Optional.of(message.isDryRun() ? Meaning.of(trigger) : Meaning.of(trigger, hint));
    }
}
