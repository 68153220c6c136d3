package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.BranchRebuild;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody wants images rebuilt as they were last built from a branch (spec §3.3); our own word of it says nothing new. */
@Component
public final class FreshmakerAsyncManualbuildParser implements BusParser {

    @Override
    public List<String> topicSuffixes() {
        return List.of("freshmaker.async.manual.build");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        RequestFields fields = new RequestFields(message);
        Field target = fields.field("brew_target");
        BranchRebuild rebuild = new BranchRebuild(
                fields.field("dist_git_branch").text(ValueKind.BRANCH),
                fields.someImages(ValueKind.NAME),
                target.isAbsent() ? null : target.text(ValueKind.TAG),
                fields.request());
        return Optional.of(Meaning.of(rebuild, fields.isDryRun()));
    }
}
