package io.freshmaker.command.policy;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PinBundle;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.bundle.ReplacedDigests;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.OperatorBundles.ManifestList;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts into a bundle the digests of the images that were rebuilt before it, as soon as they are known, and before anybody is asked to build
 * it: what is asked for twice is the same (docs/decisions/0034-one-plan-through-all-types.md).
 */
@Component
class PinnedBundles {

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** Whoever knows digests may be away for a day. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Facts facts;
    private final ObjectProvider<OperatorBundles> bundles;
    private final Commands commands;
    private final Clock clock;

    PinnedBundles(Facts facts, ObjectProvider<OperatorBundles> bundles, Commands commands, Clock clock) {
        this.facts = facts;
        this.bundles = bundles;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What is known of the build afterwards. In a dry run nothing was rebuilt that could have a digest.
     *
     * @throws NotYet while a digest is not known
     */
    BuildSoFar pinned(BuildSoFar build) {
        BundleOverrides bundle = build.request().preparation().bundle();
        if (bundle == null || bundle.awaited().isEmpty() || build.isDryRun()) return build;
        SortedMap<String, Nvr> rebuilt = rebuilt(build);
        SortedMap<String, String> digests = digests(rebuilt);
        List<String> missing = bundle.awaited().stream()
                .filter(image -> !digests.containsKey(image))
                .map(image -> String.valueOf(rebuilt.get(image)))
                .toList();
        BuildId id = build.planned().buildId();
        if (missing.isEmpty()) commands.send(new PinBundle(id, bundle.pinned(digests)));
        else waitFor(missing, build);
        return facts.of(id);
    }

    private void waitFor(List<String> missing, BuildSoFar build) {
        if (clock.instant().isBefore(build.request().intended().plus(LONGEST))) {
            throw new NotYet("the digest of %s is not known yet".formatted(missing.getFirst()), LOOK);
        }
        Reason reason = Reason.of(ReasonCode.DIGESTS_TIMED_OUT, "images", String.join(", ", missing));
        commands.send(new FailArtifactBuild(build.planned().buildId(), reason, null));
    }

    /** What became of the images that it waited for, by their NVRs before. */
    private SortedMap<String, Nvr> rebuilt(BuildSoFar bundle) {
        SortedMap<String, Nvr> rebuilt = new TreeMap<>();
        for (BuildId parent : bundle.planned().build().parents()) {
            BuildSoFar image = facts.of(parent);
            String original = image.planned().build().artifact().originalNvr();
            if (original != null) image.builtImage().ifPresent(nvr -> rebuilt.put(original, nvr));
        }
        return rebuilt;
    }

    private SortedMap<String, String> digests(SortedMap<String, Nvr> rebuilt) {
        Map<Nvr, List<ManifestList>> manifests = bundles.getObject().manifestsOf(rebuilt.values());
        SortedMap<String, String> digests = new TreeMap<>();
        rebuilt.forEach((original, nvr) -> ReplacedDigests.current(manifests.getOrDefault(nvr, List.of()))
                .ifPresent(digest -> digests.put(original, digest)));
        return digests;
    }
}
