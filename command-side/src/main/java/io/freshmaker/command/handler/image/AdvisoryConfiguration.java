package io.freshmaker.command.handler.image;

import io.freshmaker.command.image.ImagePlanner;
import io.freshmaker.command.image.ImageSettings;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.BuildTags;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.BundleManifests;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.ContentSets;
import io.freshmaker.command.port.EarlierRebuilds;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImagePackages;
import io.freshmaker.command.port.LatestBuilds;
import io.freshmaker.command.port.ModuleBuilds;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.RebuildOrigins;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.ShippedImages;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who answers what planning for an advisory asks; not every catalog can. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ImagesSettings.class, BundleSettings.class})
class AdvisoryConfiguration {

    private static final String CATALOG = "${freshmaker.catalog:file}";
    private static final String FILE = "file";

    /** Images of the catalog file match whatever an advisory is shipped in, so nobody is asked what that is. */
    private static final ContentSets ANY_CONTENT_SET = _ -> Set.of();

    @Bean
    AdvisorySystems advisorySystems(
            ObjectProvider<Advisories> advisories,
            ObjectProvider<ContentSets> contentSets,
            ObjectProvider<Composes> composes,
            ObjectProvider<ImagePackages> packages,
            ObjectProvider<BuildTags> tags,
            ObjectProvider<LatestBuilds> latest,
            ObjectProvider<EarlierRebuilds> earlier,
            @Value(CATALOG) String catalog) {
        return new AdvisorySystems(
                orRefused(advisories, "advisories"),
                catalog.equals(FILE) ? () -> ANY_CONTENT_SET : orRefused(contentSets, "content sets"),
                orRefused(composes, "composes"),
                orRefused(packages, "what builds an image's RPMs are from"),
                orRefused(tags, "tags"),
                orRefused(latest, "what is the latest build with a tag"),
                orRefused(earlier, "what was rebuilt before"));
    }

    @Bean
    ImageSettings imageSettings(ImagesSettings settings) {
        return settings.choosing();
    }

    @Bean
    ImagesOfAdvisory imagesOfAdvisory(
            AdvisorySystems systems,
            ImagesSettings settings,
            ObjectProvider<ImageMetadata> metadata,
            ObjectProvider<BuiltImageSource> builds,
            @Value("${freshmaker.build.system:process}") String buildSystem,
            @Value(CATALOG) String catalog) {
        Supplier<ImageMetadata> images = orRefused(metadata, "which images an advisory concerns");
        Supplier<BuiltImageSource> built = orRefused(builds, "how images were built");
        return new ImagesOfAdvisory(
                systems,
                settings,
                isComposed(settings, buildSystem, catalog),
                question -> new ImagePlanner(images.get(), built.get(), settings.choosing()).plan(question));
    }

    @Bean
    BundleSystems bundleSystems(
            ObjectProvider<ShippedImages> shipped,
            ObjectProvider<RebuildOrigins> origins,
            ObjectProvider<EarlierRebuilds> earlier,
            ObjectProvider<ImageMetadata> metadata,
            ObjectProvider<OperatorBundles> bundles,
            ObjectProvider<BundleManifests> manifests,
            ObjectProvider<BuiltImageSource> builds) {
        return new BundleSystems(
                orRefused(shipped, "the images of advisories"),
                orRefused(origins, "what was rebuilt from what"),
                orRefused(earlier, "what was rebuilt before"),
                orRefused(metadata, "which images are published"),
                orRefused(bundles, "operator bundles", "freshmaker.pyxis.index-images.organizations"),
                orRefused(manifests, "what bundles refer to"),
                orRefused(builds, "how images were built"));
    }

    @Bean
    BundlesOfAdvisory bundlesOfAdvisory(
            BundleSystems systems, BundleSettings settings, ImagesSettings images, Clock clock) {
        return new BundlesOfAdvisory(systems, settings, images, clock);
    }

    @Bean
    BundlesOfPlan bundlesOfPlan(BundleSystems systems, BundleSettings settings, ImagesSettings images, Clock clock) {
        return new BundlesOfPlan(systems, settings, images, clock);
    }

    @Bean
    FlatpaksOfAdvisory flatpaksOfAdvisory(
            AdvisorySystems systems,
            ImagesSettings settings,
            ObjectProvider<FlatpakIndex> index,
            ObjectProvider<ModuleBuilds> modules,
            ObjectProvider<ImageMetadata> metadata,
            ObjectProvider<BuiltImageSource> builds,
            @Value("${freshmaker.build.system:process}") String buildSystem,
            @Value(CATALOG) String catalog) {
        FlatpakSystems flatpaks = new FlatpakSystems(
                orRefused(index, "which Flatpaks are released", "freshmaker.flatpak.server-url"),
                orRefused(modules, "builds of modules"),
                orRefused(metadata, "which images an advisory concerns"),
                orRefused(builds, "how images were built"));
        return new FlatpaksOfAdvisory(systems, flatpaks, settings, isComposed(settings, buildSystem, catalog));
    }

    private static boolean isComposed(ImagesSettings settings, String buildSystem, String catalog) {
        return Objects.requireNonNullElseGet(
                settings.composes(), () -> buildSystem.equals("koji-mbs") && !catalog.equals(FILE));
    }

    static <T> Supplier<T> orRefused(ObjectProvider<T> provider, String what) {
        return orRefused(provider, what, "freshmaker.catalog");
    }

    /** @param setting names such a system */
    private static <T> Supplier<T> orRefused(ObjectProvider<T> provider, String what, String setting) {
        return () -> provider.getIfAvailable(() -> {
            throw new Refused("No system is set that knows %s (%s)".formatted(what, setting));
        });
    }
}
