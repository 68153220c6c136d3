package io.freshmaker.command.adapter.pdc;

import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** PDC, where it is the catalog. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PdcSettings.class)
class PdcConfiguration {

    @Bean
    @ConditionalOnProperty(name = "freshmaker.catalog", havingValue = "pdc")
    PdcModules pdcModules(PdcSettings settings, OutsideSystems systems) {
        return new PdcModules(api(settings, systems));
    }

    @Bean
    @ConditionalOnProperty(name = "freshmaker.catalog", havingValue = "pdc")
    PdcImages pdcImages(PdcSettings settings, OutsideSystems systems) {
        return new PdcImages(api(settings, systems));
    }

    private static PdcApi api(PdcSettings settings, OutsideSystems systems) {
        return new PdcApi(
                new Http(systems.system(PdcApi.SYSTEM, settings.politeness()), settings.politeness(), null), settings);
    }
}
