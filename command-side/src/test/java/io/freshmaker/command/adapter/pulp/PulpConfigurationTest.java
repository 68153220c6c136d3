package io.freshmaker.command.adapter.pulp;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.ContentSets;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PulpConfigurationTest {

    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withUserConfiguration(PulpConfiguration.class)
            .withBean(OutsideSystems.class, Systems::some);

    @Test
    void pulp_is_always_there_and_an_empty_address_is_none() {
        house.withPropertyValues("freshmaker.pulp.server-url=").run(started -> {
            assertThat(started).hasSingleBean(ContentSets.class);
            assertThat(started.getBean(PulpSettings.class).serverUrl()).isNull();
            assertThat(started.getBean(PulpSettings.class).tls()).isEmpty();
        });
    }

    @Test
    void a_certificate_and_its_key_may_be_in_two_files_or_in_one(@TempDir Path folder) throws IOException {
        Identity ours = TestAuthority.create().client("freshmaker");
        Path both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(ours.certificate()) + Files.readString(ours.key()));

        house.withPropertyValues("freshmaker.pulp.client-certificate=" + both)
                .run(started ->
                        assertThat(started.getBean(PulpSettings.class).tls()).isPresent());
        house.withPropertyValues(
                        "freshmaker.pulp.client-certificate=" + ours.certificate(),
                        "freshmaker.pulp.private-key=" + ours.key())
                .run(started ->
                        assertThat(started.getBean(PulpSettings.class).tls()).isPresent());
    }

    @Test
    void a_certificate_without_its_key_stops_the_start_with_its_settings() {
        Identity ours = TestAuthority.create().client("freshmaker");

        house.withPropertyValues("freshmaker.pulp.client-certificate=" + ours.certificate())
                .run(started -> assertThat(started)
                        .getFailure()
                        .hasStackTraceContaining(
                                "freshmaker.pulp.client-certificate, .private-key, .server-ca: expected PEM files"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        server-url=pulp.example.com  | freshmaker.pulp.server-url: expected an http or https address, found pulp.example.com
        client-certificate=/no/file  | freshmaker.pulp.client-certificate: expected a PEM file with a certificate, found /no/file, which cannot be read
        server-ca=/no/file           | freshmaker.pulp.server-ca: expected a PEM file with certificates, found /no/file, which cannot be read
        max-attempts=11              | freshmaker.pulp.max-attempts: expected 1 to 10, found 11
        """)
    void a_wrong_setting_stops_the_start_with_one_sentence(String setting, String sentence) {
        house.withPropertyValues("freshmaker.pulp." + setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessage(sentence));
    }
}
