package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.bundle.BundleJudge;
import io.freshmaker.command.bundle.BundleJudge.Verdict;
import io.freshmaker.command.bundle.OpenshiftVersions;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.image.AutoRebuildTags;
import io.freshmaker.command.image.Flaws;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bundles that are rebuilt for an advisory that rules allow, each once, however many of its images are shipped (spec §7.9).
 *
 * @param clock tells the time that the versions of rebuilt bundles have in them
 */
record BundlesOfAdvisory(BundleSystems systems, BundleSettings settings, ImagesSettings images, Clock clock) {

    RebuildPlan plan(Advisory advisory, Wish wish, RulesOnAdvisory rules, Draft draft) {
        ShippedDigests shipped =
                ShippedDigests.of(advisory.id(), systems, wish.imageOverrides(), settings.includePreviousRebuilds());
        if (shipped.nothing() != null) return RebuildPlan.nothing(shipped.nothing());
        KnownBundles known = wish.namesImages()
                ? KnownBundles.named(wish.leaves(), systems)
                : KnownBundles.referringTo(shipped.digests().byOld().keySet(), systems);
        if (known.listed().isEmpty()) return draft.finished(nothing(ReasonCode.NO_BUNDLES, advisory));
        Map<Nvr, Reason> rebuilt = EarlierImages.builtUpon(wish, advisory.id(), systems::earlier);
        ObjectionsToBundles objections = objections(wish, rebuilt, rules);
        BundleJudge judge = new BundleJudge(
                advisory.id(), advisory.name(), shipped.digests(), wish.isSubstituting(), clock.instant());
        known.listed().forEach((nvr, bundle) -> {
            ImageRecord record = known.record(nvr);
            Verdict verdict = judge.on(bundle, known.manifests().get(nvr));
            consider(record, known.built().get(nvr), objections.to(record), verdict, draft);
        });
        boolean done = rebuilt.keySet().containsAll(known.listed().keySet());
        return draft.finished(nothing(done ? ReasonCode.ALL_BUNDLES_REBUILT : ReasonCode.NO_BUNDLES, advisory));
    }

    private static Reason nothing(ReasonCode why, Advisory advisory) {
        return Reason.of(why, "advisory", String.valueOf(advisory.id()));
    }

    private ObjectionsToBundles objections(Wish wish, Map<Nvr, Reason> rebuilt, RulesOnAdvisory rules) {
        AutoRebuildTags tags = new AutoRebuildTags(
                systems.images().repositories(true), images.choosing().buildRegistries(), true);
        return new ObjectionsToBundles(
                wish.namesImages(), rebuilt, settings, tags, bundle -> rules.objection(bundle, null));
    }

    private void consider(
            ImageRecord bundle, @Nullable BuiltImage built, Optional<Reason> objection, Verdict verdict, Draft draft) {
        Artifact artifact = ImagesOfAdvisory.artifact(bundle, built);
        if (objection.isPresent()) draft.decline(artifact, objection.get());
        else if (verdict.overrides() == null) draft.decline(artifact, verdict.reason());
        else
            draft.accept(PlannedArtifact.directly(artifact, verdict.reason())
                    .prepared(preparation(images, bundle, built, verdict.overrides())));
    }

    /** It is built from scratch, contains no RPMs, and needs no composes. */
    static Preparation preparation(
            ImagesSettings images, ImageRecord bundle, @Nullable BuiltImage built, BundleOverrides overrides) {
        Optional<Reason> flaw =
                Flaws.of(bundle, built, Optional.empty()).or(() -> OpenshiftVersions.flaw(bundle.labels()));
        return new Preparation(
                images.archesOf(built),
                false,
                true,
                List.of(),
                List.of(),
                List.of(),
                null,
                flaw.orElse(null),
                overrides);
    }
}
