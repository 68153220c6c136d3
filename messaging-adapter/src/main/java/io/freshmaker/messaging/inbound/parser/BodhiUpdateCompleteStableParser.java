package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.trigger.UpdateStable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A Bodhi update that was pushed to the stable repositories (spec §3.3), in today's shape and in that of 2017. */
@Component
public final class BodhiUpdateCompleteStableParser implements BusParser {

    @Override
    public String topicSuffix() {
        return "bodhi.update.complete.stable";
    }

    @Override
    public Optional<Trigger> parse(BusMessage message) {
        if (message.body().isAbsent() || message.body().names().isEmpty()) return Optional.empty();
        Field update = message.body().get("update");
        return Optional.of(new UpdateStable(id(update), builds(update), releaseBranch(update)));
    }

    /** Bodhi dropped {@code updateid} when every update got its alias at once. */
    private static String id(Field update) {
        Field id = update.get("updateid");
        return (id.isAbsent() ? update.get("alias") : id).text(ValueKind.UPDATE_ID);
    }

    private static List<String> builds(Field update) {
        return update.get("builds")
                .elements()
                .map(build -> build.get("nvr").text(ValueKind.NVR))
                .toList();
    }

    /** Where a release is given by its name only, the branch follows from it: F29 is f29, EPEL-7 is epel7. */
    private static String releaseBranch(Field update) {
        Field branch = update.get("release").get("branch");
        if (!branch.isAbsent()) return branch.text(ValueKind.BRANCH);
        String name = update.get("release").get("name").text(ValueKind.RELEASE);
        return name.toLowerCase(Locale.ROOT).replace("-", "");
    }
}
