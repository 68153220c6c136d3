package io.freshmaker.command.adapter.pyxis;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.OperatorBundles;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PyxisConfigurationTest {

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withUserConfiguration(PyxisConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(OutsideSystems.class, Systems::some);

    @Test
    void pyxis_is_there_where_it_is_the_catalog() {
        spring.run(context ->
                assertThat(context).doesNotHaveBean(ImageMetadata.class).doesNotHaveBean(Images.class));
        spring.withPropertyValues("freshmaker.catalog=pyxis", "freshmaker.pyxis.graphql-url=https://x.example.com/g/")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ImageMetadata.class)
                        .hasSingleBean(Images.class));
    }

    @Test
    void bundles_are_known_where_organizations_are_named() {
        spring.withPropertyValues("freshmaker.catalog=pyxis", "freshmaker.pyxis.index-images.organizations= ")
                .run(context -> assertThat(context).doesNotHaveBean(OperatorBundles.class));
        spring.withPropertyValues("freshmaker.catalog=pyxis", "freshmaker.pyxis.index-images.organizations[0]=redhat")
                .run(context -> assertThat(context).hasSingleBean(OperatorBundles.class));
        spring.withPropertyValues("freshmaker.catalog=lightblue", "freshmaker.pyxis.index-images.organizations=redhat")
                .run(context -> assertThat(context).doesNotHaveBean(OperatorBundles.class));
    }

    @Test
    void without_an_address_it_starts_all_the_same() {
        spring.withPropertyValues("freshmaker.catalog=pyxis", "freshmaker.pyxis.graphql-url=")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        freshmaker.pyxis.graphql-url=ftp://x.example.com | freshmaker.pyxis.graphql-url: expected an http or https address, found ftp://x.example.com
        freshmaker.pyxis.server-url=nowhere              | freshmaker.pyxis.server-url: expected an http or https address, found nowhere
        freshmaker.pyxis.page-size=0                     | freshmaker.pyxis.page-size: expected 1 to 1000, found 0
        freshmaker.pyxis.repositories-at-once=0          | freshmaker.pyxis.repositories-at-once: expected at least 1, found 0
        freshmaker.pyxis.certificate=no-such.pem         | freshmaker.pyxis.certificate: expected a PEM file, found no-such.pem, which cannot be read
        freshmaker.pyxis.certificate=pom.xml             | freshmaker.pyxis.private-key: expected a PEM file, for a certificate, found nothing
        freshmaker.pyxis.index-images.organizations=a b  | freshmaker.pyxis.index-images.organizations: expected the names of organizations, found a b
        freshmaker.pyxis.index-images.openshift-versions=v4 | freshmaker.pyxis.index-images.openshift-versions: expected versions like 4.16, found v4
        freshmaker.pyxis.cache-age=0s                    | freshmaker.pyxis.cache-age: expected a duration above zero, found PT0S
        freshmaker.repositories.unpublished-exceptions[0].registry=r.example.com | freshmaker.repositories.unpublished-exceptions: expected a registry and a repository in each, found 'r.example.com' and ''
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        spring.withPropertyValues(setting)
                .run(context -> assertThat(context).getFailure().hasRootCauseMessage(sentence));
    }
}
