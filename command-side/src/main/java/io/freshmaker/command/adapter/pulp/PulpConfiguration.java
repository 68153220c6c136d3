package io.freshmaker.command.adapter.pulp;

import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pulp is always there; without its address it refuses when it is asked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PulpSettings.class)
class PulpConfiguration {

    @Bean
    Pulp pulp(OutsideSystems systems, PulpSettings settings) {
        Http http = new Http(
                systems.system(Pulp.SYSTEM, settings.politeness()),
                settings.politeness(),
                settings.tls().orElse(null));
        return new Pulp(http, settings.serverUrl());
    }
}
