package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryConfiguration.orRefused;

import io.freshmaker.command.image.BranchImages;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.PublishedImages;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who answers what planning for a branch asks; not every catalog can. */
@Configuration(proxyBeanMethods = false)
class AsyncBuildConfiguration {

    @Bean
    RebuildImagesOnAsyncManualBuild rebuildImagesOnAsyncManualBuild(
            ObjectProvider<ImageMetadata> metadata,
            ObjectProvider<PublishedImages> published,
            ObjectProvider<BuiltImageSource> builds,
            ImagesSettings settings) {
        Supplier<ImageMetadata> images = orRefused(metadata, "what images are built from");
        Supplier<PublishedImages> names = orRefused(published, "which images are published");
        Supplier<BuiltImageSource> built = orRefused(builds, "how images were built");
        return new RebuildImagesOnAsyncManualBuild(
                () -> new BranchImages(images.get(), names.get(), built.get()), Preparations.ofNoAdvisory(settings));
    }
}
