package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.metadata.MetadataImages;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.outside.CatalogIs;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.port.BuiltImageSource;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Pyxis, where it is the catalog. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PyxisSettings.class, RepositorySettings.class, IndexImages.class})
class PyxisConfiguration {

    @Bean
    @CatalogIs("pyxis")
    GraphQl pyxisGraphQl(PyxisSettings settings, OutsideSystems systems) {
        Politeness politeness = settings.politeness();
        Http http = new Http(
                systems.system(GraphQl.SYSTEM, politeness),
                politeness,
                settings.tls().orElse(null));
        return new GraphQl(http, settings.graphqlUrl());
    }

    @Bean
    @CatalogIs("pyxis")
    PyxisListings pyxisListings(GraphQl graphQl, PyxisSettings settings) {
        return new PyxisListings(graphQl, settings.pageSize());
    }

    @Bean
    @CatalogIs("pyxis")
    @Qualifier("asked")
    PyxisMetadata pyxisMetadata(
            GraphQl graphQl, PyxisSettings settings, RepositorySettings repositories, Rest rest, Clock clock) {
        return new PyxisMetadata(
                graphQl, rest, new PyxisRepositories(graphQl, repositories, settings.pageSize()), settings, clock);
    }

    @Bean
    @CatalogIs("pyxis")
    Rest pyxisRest(PyxisSettings settings, OutsideSystems systems) {
        Politeness politeness = settings.politeness();
        Http http = new Http(
                systems.system(GraphQl.SYSTEM, politeness),
                politeness,
                settings.tls().orElse(null),
                settings.identity());
        return new Rest(http, settings.serverUrl());
    }

    /** Where bundles are to be rebuilt. */
    @Bean
    @CatalogIs("pyxis")
    @Conditional(IndexImages.AreNamed.class)
    PyxisBundles pyxisBundles(Rest rest, IndexImages indexImages) {
        return new PyxisBundles(rest, indexImages);
    }

    @Bean
    @CatalogIs("pyxis")
    MetadataImages pyxisImages(PyxisMetadata metadata, ObjectProvider<BuiltImageSource> builds) {
        return new MetadataImages(metadata, builds::getObject);
    }
}
