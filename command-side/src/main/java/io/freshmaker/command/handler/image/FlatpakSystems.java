package io.freshmaker.command.handler.image;

import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ModuleBuilds;
import java.util.function.Supplier;

/** Whom planning of Flatpaks asks besides. A system that no setting names is missed when it is asked, with a refusal. */
record FlatpakSystems(
        Supplier<FlatpakIndex> anyIndex,
        Supplier<ModuleBuilds> anyModules,
        Supplier<ImageMetadata> anyMetadata,
        Supplier<BuiltImageSource> anyBuilds) {

    FlatpakIndex index() {
        return anyIndex.get();
    }

    ModuleBuilds modules() {
        return anyModules.get();
    }

    ImageMetadata metadata() {
        return anyMetadata.get();
    }

    BuiltImageSource builds() {
        return anyBuilds.get();
    }
}
