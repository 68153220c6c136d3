package io.freshmaker.command.bundle;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.bundle.ReplacedDigests.Replacement;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.OperatorBundle;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says of a bundle with what it is rebuilt for an advisory, or why it is not (spec §7.9, 5 and 6).
 *
 * @param substituting whether a rebuilt bundle says whose place it takes
 * @param at when that is said; versions of bundles tell it
 */
public record BundleJudge(long advisory, String name, ReplacedDigests digests, boolean substituting, Instant at) {

    /** {@code overrides} is null where it is not rebuilt, and {@code reason} then why. */
    public record Verdict(@Nullable BundleOverrides overrides, Reason reason) {}

    /** @param manifest what it refers to; null where nobody knows */
    public Verdict on(OperatorBundle bundle, @Nullable BundleManifest manifest) {
        if (manifest == null || !manifest.managed()) return no(Reason.of(ReasonCode.PULLSPECS_NOT_MANAGED));
        PullspecChange change = PullspecChange.of(manifest.pullspecs(), digests);
        if (change.made().isEmpty()) return no(Reason.of(ReasonCode.NO_PULLSPEC_REPLACED));
        String csvName = Objects.requireNonNullElse(bundle.csvName(), "");
        String csvVersion = Objects.requireNonNullElse(bundle.csvVersion(), "");
        Optional<CsvUpdate> csv = csvName.isEmpty() ? Optional.empty() : CsvUpdate.of(csvName, csvVersion, at);
        if (csv.isEmpty()) {
            return no(new Reason(ReasonCode.NO_CSV, Map.of("name", csvName, "version", csvVersion)));
        }
        BundleOverrides overrides = new BundleOverrides(
                change.pullspecs(), csv.get().name(), csv.get().version(), substituting ? csvName : null);
        return new Verdict(overrides, shipped(change));
    }

    private static Verdict no(Reason why) {
        return new Verdict(null, why);
    }

    private Reason shipped(PullspecChange change) {
        Replacement first = change.made().getFirst();
        long images =
                change.made().stream().map(Replacement::original).distinct().count();
        return new Reason(
                ReasonCode.BUNDLE_IMAGES_SHIPPED,
                Map.of(
                        "advisory", String.valueOf(advisory),
                        "name", name,
                        "original", first.original().value(),
                        "rebuilt", first.rebuilt().value(),
                        "count", String.valueOf(images)));
    }
}
