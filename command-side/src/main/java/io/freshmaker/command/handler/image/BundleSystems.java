package io.freshmaker.command.handler.image;

import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.BundleManifests;
import io.freshmaker.command.port.EarlierRebuilds;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.RebuildOrigins;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.ShippedImages;
import java.util.function.Supplier;

/** Whom the rebuild of bundles asks. A system that no setting names is missed when it is asked, with {@link Refused}. */
record BundleSystems(
        Supplier<ShippedImages> anyShipped,
        Supplier<RebuildOrigins> anyOrigins,
        Supplier<EarlierRebuilds> anyEarlier,
        Supplier<ImageMetadata> anyImages,
        Supplier<OperatorBundles> anyBundles,
        Supplier<BundleManifests> anyManifests,
        Supplier<BuiltImageSource> anyBuilds) {

    ShippedImages shipped() {
        return anyShipped.get();
    }

    RebuildOrigins origins() {
        return anyOrigins.get();
    }

    EarlierRebuilds earlier() {
        return anyEarlier.get();
    }

    ImageMetadata images() {
        return anyImages.get();
    }

    OperatorBundles bundles() {
        return anyBundles.get();
    }

    BundleManifests manifests() {
        return anyManifests.get();
    }

    BuiltImageSource builds() {
        return anyBuilds.get();
    }
}
