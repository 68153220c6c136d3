package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.bundle.AwaitedImages;
import io.freshmaker.command.bundle.BundleJudge.Verdict;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.image.AutoRebuildTags;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The bundles that refer to images which a plan rebuilds, each after all of those images (docs/decisions/0034-one-plan-through-all-types.md).
 *
 * @param clock tells the time that the versions of rebuilt bundles have in them
 */
record BundlesOfPlan(BundleSystems systems, BundleSettings settings, ImagesSettings images, Clock clock) {

    /** @param rebuilt the images of the plan, each with its key there */
    void follow(SortedMap<Nvr, ArtifactKey> rebuilt, Draft draft) {
        AwaitedImages awaited =
                AwaitedImages.of(rebuilt.keySet(), systems.bundles().manifestsOf(rebuilt.keySet()));
        if (awaited.byDigest().isEmpty()) return;
        KnownBundles known = KnownBundles.referringTo(awaited.byDigest().keySet(), systems);
        if (known.listed().isEmpty()) return;
        AutoRebuildTags tags = new AutoRebuildTags(
                systems.images().repositories(true), images.choosing().buildRegistries(), true);
        ObjectionsToBundles objections = new ObjectionsToBundles(
                false, Map.of(), settings, tags, _ -> Optional.empty()); // the draft asks the rules
        known.listed().forEach((nvr, bundle) -> {
            Verdict verdict = awaited.on(bundle, known.manifests().get(nvr), clock.instant());
            Optional<Reason> objection = objections.to(known.record(nvr));
            consider(known.record(nvr), known.built().get(nvr), objection, verdict, rebuilt, draft);
        });
    }

    private void consider(
            ImageRecord bundle,
            @Nullable BuiltImage built,
            Optional<Reason> objection,
            Verdict verdict,
            SortedMap<Nvr, ArtifactKey> rebuilt,
            Draft draft) {
        Artifact artifact = ImagesOfAdvisory.artifact(bundle, built);
        BundleOverrides overrides = verdict.overrides();
        if (objection.isPresent()) draft.decline(artifact, objection.get());
        else if (overrides == null) draft.decline(artifact, verdict.reason());
        else
            draft.consider(PlannedArtifact.dependent(artifact, verdict.reason())
                    .prepared(BundlesOfAdvisory.preparation(images, bundle, built, overrides))
                    .after(keys(overrides, rebuilt), List.of()));
    }

    private static List<ArtifactKey> keys(BundleOverrides overrides, SortedMap<Nvr, ArtifactKey> rebuilt) {
        return overrides.awaited().stream()
                .flatMap(image -> Stream.ofNullable(rebuilt.get(new Nvr(image))))
                .toList();
    }
}
