package io.freshmaker.command.adapter.pdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Systems;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PdcConfigurationTest {

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withUserConfiguration(PdcConfiguration.class)
            .withBean(OutsideSystems.class, Systems::some);

    @Test
    void pdc_is_there_where_it_is_the_catalog() {
        spring.run(
                context -> assertThat(context).doesNotHaveBean(PdcModules.class).doesNotHaveBean(PdcImages.class));
        spring.withPropertyValues("freshmaker.catalog=pdc", "freshmaker.pdc.url=https://pdc.example.com/rest_api/v1")
                .run(context ->
                        assertThat(context).hasSingleBean(PdcModules.class).hasSingleBean(PdcImages.class));
    }

    @Test
    void an_empty_address_is_none() {
        spring.withPropertyValues("freshmaker.catalog=pdc", "freshmaker.pdc.url=")
                .run(context ->
                        assertThat(context.getBean(PdcSettings.class).url()).isNull());
    }

    @Test
    void a_wrong_address_stops_the_start_with_one_sentence() {
        spring.withPropertyValues("freshmaker.pdc.url=ftp://pdc.example.com")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseMessage(
                                "freshmaker.pdc.url: expected an http or https address, found ftp://pdc.example.com"));
    }
}
