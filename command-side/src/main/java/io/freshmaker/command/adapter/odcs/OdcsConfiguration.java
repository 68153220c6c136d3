package io.freshmaker.command.adapter.odcs;

import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.Outside;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Politeness;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** ODCS makes all composes, but for those of dry runs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OdcsSettings.class)
class OdcsConfiguration {

    @Bean
    OdcsComposes odcsComposes(OutsideSystems systems, OdcsSettings settings) {
        Politeness politeness = settings.politeness();
        Outside odcs = systems.system(OdcsApi.SYSTEM, politeness);
        Http asking = new Http(odcs, politeness, null);
        Http telling = new Http(odcs, politeness, null, settings.identity());
        return new OdcsComposes(new OdcsApi(asking, telling, settings.serverUrl()), settings);
    }
}
