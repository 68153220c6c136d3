package io.freshmaker.messaging.umb;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the UMB, whoever goes it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UmbSettings.class)
class UmbConfiguration {

    @Bean
    UmbConnections umbConnections(UmbSettings settings, SslBundles bundles) {
        return new UmbConnections(settings, bundles);
    }
}
