package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.BuildTags;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.BundleManifests;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.ContentSets;
import io.freshmaker.command.port.EarlierRebuilds;
import io.freshmaker.command.port.FakeOperatorBundles;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImagePackages;
import io.freshmaker.command.port.LatestBuilds;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.RebuildOrigins;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.ShippedImages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class AdvisoryConfigurationTest {

    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

    @Test
    void a_system_that_no_setting_names_is_missed_when_it_is_asked() {
        AdvisorySystems systems = systems("pyxis");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(systems::advisories)
                .withMessage("No system is set that knows advisories (freshmaker.catalog)");
        assertThatExceptionOfType(Refused.class).isThrownBy(systems::contentSets);
    }

    @Test
    void one_that_is_there_is_asked() {
        ContentSets pulp = _ -> Set.of("f42-rpms");
        beans.addBean("pulp", pulp);

        assertThat(systems("pyxis").contentSets()).isSameAs(pulp);
        assertThat(systems("file").contentSets().of(List.of("f42-rpms-id")))
                .as("the catalog file knows of none")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "koji-mbs, pyxis, ,     true",
        "koji-mbs, file,  ,     false",
        "process,  pyxis, ,     false",
        "process,  file,  true, true",
        "koji-mbs, pyxis, false, false"
    })
    void composes_are_made_where_something_can_use_them_or_where_the_setting_says_so(
            String buildSystem, String catalog, @Nullable Boolean setting, boolean composed) {
        ImagesSettings settings =
                new ImagesSettings(false, false, List.of(), false, Map.of(), "-hidden-rpms$", setting);

        ImagesOfAdvisory images = new AdvisoryConfiguration()
                .imagesOfAdvisory(
                        systems(catalog),
                        settings,
                        beans.getBeanProvider(ImageMetadata.class),
                        beans.getBeanProvider(BuiltImageSource.class),
                        buildSystem,
                        catalog);

        assertThat(images.composed()).isEqualTo(composed);
    }

    @Test
    void bundles_ask_the_systems_that_are_there() {
        FakeOperatorBundles bundles = new FakeOperatorBundles();
        BundleSystems systems = new AdvisoryConfiguration()
                .bundleSystems(
                        beans.getBeanProvider(ShippedImages.class),
                        beans.getBeanProvider(RebuildOrigins.class),
                        beans.getBeanProvider(EarlierRebuilds.class),
                        beans.getBeanProvider(ImageMetadata.class),
                        beans.getBeanProvider(OperatorBundles.class),
                        beans.getBeanProvider(BundleManifests.class),
                        beans.getBeanProvider(BuiltImageSource.class));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(systems::bundles)
                .withMessage("No system is set that knows operator bundles"
                        + " (freshmaker.pyxis.index-images.organizations)");

        beans.addBean("bundles", bundles);
        assertThat(systems.bundles()).isSameAs(bundles);
    }

    private AdvisorySystems systems(String catalog) {
        return new AdvisoryConfiguration()
                .advisorySystems(
                        beans.getBeanProvider(Advisories.class),
                        beans.getBeanProvider(ContentSets.class),
                        beans.getBeanProvider(Composes.class),
                        beans.getBeanProvider(ImagePackages.class),
                        beans.getBeanProvider(BuildTags.class),
                        beans.getBeanProvider(LatestBuilds.class),
                        beans.getBeanProvider(EarlierRebuilds.class),
                        catalog);
    }
}
