package io.freshmaker.command.bundle;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.bundle.ReplacedDigests.Replacement;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.OperatorBundle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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

    /** What is put into a bundle; {@code why} is null where nothing in it changes. */
    record Change(List<Pullspec> pullspecs, @Nullable Reason why) {}

    /** @param manifest what it refers to; null where nobody knows */
    public Verdict on(OperatorBundle bundle, @Nullable BundleManifest manifest) {
        return verdict(bundle, manifest, this::change, substituting, at);
    }

    /** @param changed what is put into it in the place of what it refers to */
    static Verdict verdict(
            OperatorBundle bundle,
            @Nullable BundleManifest manifest,
            Function<List<Pullspec>, Change> changed,
            boolean substituting,
            Instant at) {
        if (manifest == null || !manifest.managed()) return no(Reason.of(ReasonCode.PULLSPECS_NOT_MANAGED));
        Change change = changed.apply(manifest.pullspecs());
        if (change.why() == null) return no(Reason.of(ReasonCode.NO_PULLSPEC_REPLACED));
        String csvName = Objects.requireNonNullElse(bundle.csvName(), "");
        String csvVersion = Objects.requireNonNullElse(bundle.csvVersion(), "");
        Optional<CsvUpdate> csv = csvName.isEmpty() ? Optional.empty() : CsvUpdate.of(csvName, csvVersion, at);
        if (csv.isEmpty()) {
            return no(new Reason(ReasonCode.NO_CSV, Map.of("name", csvName, "version", csvVersion)));
        }
        BundleOverrides overrides = new BundleOverrides(
                change.pullspecs(), csv.get().name(), csv.get().version(), substituting ? csvName : null);
        return new Verdict(overrides, change.why());
    }

    private Change change(List<Pullspec> pullspecs) {
        PullspecChange change = PullspecChange.of(pullspecs, digests);
        return new Change(change.pullspecs(), change.made().isEmpty() ? null : shipped(change));
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
