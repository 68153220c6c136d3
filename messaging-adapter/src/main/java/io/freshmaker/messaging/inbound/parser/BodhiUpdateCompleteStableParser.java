package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.UpdateStable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A Bodhi update that was pushed to the stable repositories (spec §3.3), in today's shape and in that of 2017. */
@Component
public final class BodhiUpdateCompleteStableParser implements BusParser {

    @Override
    public List<String> topicSuffixes() {
        return List.of("bodhi.update.complete.stable");
    }

    @Override
    public Optional<Meaning> parse(BusMessage message) {
        if (message.body().isEmpty()) return Optional.empty();
        Field update = message.body().get("update");
        return Optional.of(Meaning.of(new UpdateStable(id(update), builds(update), releaseBranch(update))));
    }

    /** Bodhi dropped {@code updateid} when every update got its alias at once. */
    private static String id(Field update) {
        Field id = update.get("updateid");
        return (id.isAbsent() ? update.get("alias") : id).text(ValueKind.UPDATE_ID);
    }

    /** None where the message leaves them out: Bodhi is asked for them later. */
    private static List<String> builds(Field update) {
        Field builds = update.get("builds");
        if (builds.isAbsent()) return List.of();
        return builds.elements()
                .map(build -> build.get("nvr").text(ValueKind.NVR))
                .toList();
    }

    /** Where a release is given by its name only, the branch follows from it: F29 is f29, EPEL-7 is epel7. Empty without either. */
    private static String releaseBranch(Field update) {
        Field release = update.get("release");
        if (release.isAbsent()) return "";
        Field branch = release.get("branch");
        if (!branch.isAbsent()) return branch.text(ValueKind.BRANCH);
        Field name = release.get("name");
        return name.isAbsent() ? "" : branchOf(name.text(ValueKind.RELEASE));
    }

    private static String branchOf(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "");
    }
}
