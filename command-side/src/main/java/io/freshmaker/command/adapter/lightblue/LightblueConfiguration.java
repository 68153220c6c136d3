package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.command.metadata.MetadataImages;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.outside.CatalogIs;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.port.BuiltImageSource;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lightblue, where it is the catalog. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LightblueSettings.class, RepositorySettings.class})
class LightblueConfiguration {

    @Bean
    @CatalogIs("lightblue")
    LightblueApi lightblueApi(LightblueSettings settings, OutsideSystems systems) {
        Http http = new Http(
                systems.system(LightblueApi.SYSTEM, settings.politeness()),
                settings.politeness(),
                settings.tls().orElse(null));
        return new LightblueApi(http, settings);
    }

    @Bean
    @CatalogIs("lightblue")
    LightblueListings lightblueListings(LightblueApi lightblue) {
        return new LightblueListings(lightblue);
    }

    @Bean
    @CatalogIs("lightblue")
    @Qualifier("asked")
    LightblueMetadata lightblueMetadata(
            LightblueApi lightblue, LightblueSettings settings, RepositorySettings repositories, Clock clock) {
        return new LightblueMetadata(lightblue, new LightblueRepositories(lightblue, repositories), settings, clock);
    }

    @Bean
    @CatalogIs("lightblue")
    MetadataImages lightblueImages(LightblueMetadata metadata, ObjectProvider<BuiltImageSource> builds) {
        return new MetadataImages(metadata, builds::getObject);
    }
}
