package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.ManualRebuild;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Somebody wants the images of an advisory rebuilt (spec §3.3): another Freshmaker's word or a tool's; our own says nothing new.
 * The advisory must be named: who may not ask an Event for it, as our HTTP API does, cannot leave it out.
 */
@Component
public final class FreshmakerManualRebuildParser implements BusParser {

    @Override
    public List<String> topicSuffixes() {
        return List.of("freshmaker.manual.rebuild");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        RequestFields fields = new RequestFields(message);
        long advisory = fields.field("errata_id").number();
        return Optional.of(
                Meaning.of(new ManualRebuild(advisory, fields.images(), fields.request()), fields.isDryRun()));
    }
}
