package io.freshmaker.command.adapter.lightblue;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.Images;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LightblueConfigurationTest {

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withUserConfiguration(LightblueConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(OutsideSystems.class, Systems::some);

    @Test
    void lightblue_is_there_where_it_is_the_catalog() {
        spring.run(context ->
                assertThat(context).doesNotHaveBean(ImageMetadata.class).doesNotHaveBean(Images.class));
        spring.withPropertyValues("freshmaker.catalog=lightblue")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(ImageMetadata.class)
                        .hasSingleBean(Images.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        freshmaker.lightblue.server-url=ftp://x.example.com | freshmaker.lightblue.server-url: expected an http or https address, found ftp://x.example.com
        freshmaker.lightblue.image-version=../1             | freshmaker.lightblue.image-version: expected a version like 0.0.12, found ../1
        freshmaker.lightblue.private-key=pom.xml            | freshmaker.lightblue.certificate: expected a PEM file, for a private key, found nothing
        freshmaker.lightblue.read-timeout=0s                | freshmaker.lightblue.read-timeout: expected a duration above zero, found PT0S
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        spring.withPropertyValues(setting)
                .run(context -> assertThat(context).getFailure().hasRootCauseMessage(sentence));
    }
}
