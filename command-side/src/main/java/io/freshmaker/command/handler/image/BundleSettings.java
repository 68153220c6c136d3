package io.freshmaker.command.handler.image;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.bundles.…}: which operator bundles are rebuilt (spec §12).
 *
 * @param includePreviousRebuilds whether bundles are looked for that refer to what an original was itself rebuilt from
 * @param autoRebuildTagExceptions bundles, as name-version, that need no tag for automatic rebuilds
 */
@ConfigurationProperties("freshmaker.bundles")
record BundleSettings(
        @DefaultValue("true") boolean includePreviousRebuilds,
        @DefaultValue List<String> autoRebuildTagExceptions) {

    BundleSettings {
        autoRebuildTagExceptions = List.copyOf(autoRebuildTagExceptions);
    }

    /** Whether it is rebuilt without such a tag. */
    boolean isException(Nvr bundle) {
        return autoRebuildTagExceptions.contains(ImagesSettings.nameVersion(bundle));
    }
}
