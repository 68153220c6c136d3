package io.freshmaker.command.bundle;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.bundle.BundleJudge.Change;
import io.freshmaker.command.bundle.BundleJudge.Verdict;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles.ManifestList;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images that one plan rebuilds before the bundles which refer to them: nobody knows their new digests yet, so such a bundle waits for them
 * (docs/decisions/0034-one-plan-through-all-types.md).
 *
 * @param byDigest each image by the digests that customers know it by
 */
public record AwaitedImages(SortedMap<String, Nvr> byDigest) {

    public static AwaitedImages of(Collection<Nvr> images, Map<Nvr, List<ManifestList>> manifests) {
        SortedMap<String, Nvr> byDigest = new TreeMap<>();
        images.forEach(image -> ReplacedDigests.old(manifests.getOrDefault(image, List.of()))
                .forEach(digest -> byDigest.putIfAbsent(digest, image)));
        return new AwaitedImages(byDigest);
    }

    /**
     * With what a bundle is rebuilt, or why it is not.
     *
     * @param manifest what it refers to; null where nobody knows
     * @param at when that is said; versions of bundles tell it
     */
    public Verdict on(OperatorBundle bundle, @Nullable BundleManifest manifest, Instant at) {
        return BundleJudge.verdict(bundle, manifest, this::change, true, at);
    }

    private Change change(List<Pullspec> pullspecs) {
        List<Pullspec> changed = pullspecs.stream().map(this::changed).toList();
        List<String> awaited = changed.stream()
                .flatMap(pullspec -> Stream.ofNullable(pullspec.awaited()))
                .distinct()
                .toList();
        return new Change(changed, awaited.isEmpty() ? null : rebuilt(awaited));
    }

    private Pullspec changed(Pullspec pullspec) {
        Nvr image = byDigest.get(pullspec.digest());
        return image == null ? pullspec : pullspec.awaiting(image.value());
    }

    private static Reason rebuilt(List<String> images) {
        return new Reason(
                ReasonCode.BUNDLE_IMAGES_REBUILT,
                Map.of("image", images.getFirst(), "count", String.valueOf(images.size())));
    }
}
