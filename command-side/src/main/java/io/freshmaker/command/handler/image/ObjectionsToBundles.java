package io.freshmaker.command.handler.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.AutoRebuildTags;
import io.freshmaker.command.port.ImageRecord;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Why a bundle is not rebuilt, whatever it refers to (spec §7.9, 3 to 5). The first reason counts.
 *
 * @param named whether somebody named them: then nobody has looked yet whether they are bundles, and they need no tag
 * @param rules why they let it not be rebuilt; asked last
 * @param rebuilt those that the Events did that a request builds upon
 */
record ObjectionsToBundles(
        boolean named,
        Map<Nvr, Reason> rebuilt,
        BundleSettings settings,
        AutoRebuildTags tags,
        Function<ImageRecord, Optional<Reason>> rules) {

    Optional<Reason> to(ImageRecord bundle) {
        if (named && !bundle.isBundle()) return Optional.of(Reason.of(ReasonCode.NOT_A_BUNDLE));
        if (bundle.isHotfix()) return Optional.of(Reason.of(ReasonCode.HOTFIX));
        return Optional.ofNullable(rebuilt.get(bundle.nvr()))
                .or(() -> missingTag(bundle))
                .or(() -> rules.apply(bundle));
    }

    private Optional<Reason> missingTag(ImageRecord bundle) {
        return named || settings.isException(bundle.nvr()) || tags.of(bundle).isPresent()
                ? Optional.empty()
                : Optional.of(tags.missing(bundle));
    }
}
