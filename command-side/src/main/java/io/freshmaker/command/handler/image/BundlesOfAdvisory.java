package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bundles that are rebuilt for an advisory that rules allow, each once, however many of its images are shipped (spec §7.9).
 *
 * @param clock tells the time that the versions of rebuilt bundles have in them
 */
record BundlesOfAdvisory(BundleSystems systems, BundleSettings settings, ImagesSettings images, Clock clock) {

    RebuildPlan plan(Advisory advisory, RulesOnAdvisory rules, Draft draft) {
        ShippedDigests shipped = ShippedDigests.of(advisory.id(), systems, settings.includePreviousRebuilds());
        if (shipped.nothing() != null) return RebuildPlan.nothing(shipped.nothing());
        KnownBundles known = KnownBundles.referringTo(shipped.digests().byOld().keySet(), systems);
        if (!known.listed().isEmpty()) {
            BundleJudge judge = new BundleJudge(advisory.id(), advisory.name(), shipped.digests(), clock.instant());
            AutoRebuildTags tags = new AutoRebuildTags(
                    systems.images().repositories(true), images.choosing().buildRegistries(), true);
            known.listed().forEach((nvr, bundle) -> {
                Verdict verdict = judge.on(bundle, known.manifests().get(nvr));
                Optional<Reason> objection =
                        objection(known.record(nvr), settings, tags).or(() -> rules.objection(known.record(nvr), null));
                consider(known.record(nvr), known.built().get(nvr), objection, verdict, draft);
            });
        }
        return draft.finished(Reason.of(ReasonCode.NO_BUNDLES, "advisory", String.valueOf(advisory.id())));
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

    /** Why it is not rebuilt, whatever it refers to; rules are asked by others. */
    static Optional<Reason> objection(ImageRecord bundle, BundleSettings settings, AutoRebuildTags tags) {
        if (bundle.isHotfix()) return Optional.of(Reason.of(ReasonCode.HOTFIX));
        if (settings.isException(bundle.nvr()) || tags.of(bundle).isPresent()) return Optional.empty();
        return Optional.of(tags.missing(bundle));
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
