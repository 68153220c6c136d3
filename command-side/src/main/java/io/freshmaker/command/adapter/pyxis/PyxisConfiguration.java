package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.metadata.MetadataImages;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.outside.CatalogIs;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.Outside;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.port.BuiltImageSource;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pyxis, where it is the catalog. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PyxisSettings.class, RepositorySettings.class})
class PyxisConfiguration {

    @Bean
    @CatalogIs("pyxis")
    @Qualifier("asked")
    PyxisMetadata pyxisMetadata(
            PyxisSettings settings, RepositorySettings repositories, OutsideSystems systems, Clock clock) {
        Politeness politeness = settings.politeness();
        Outside pyxis = systems.system(GraphQl.SYSTEM, politeness);
        SSLContext tls = settings.tls().orElse(null);
        GraphQl graphQl = new GraphQl(new Http(pyxis, politeness, tls), settings.graphqlUrl());
        Rest rest = new Rest(new Http(pyxis, politeness, tls, settings.identity()), settings.serverUrl());
        return new PyxisMetadata(
                graphQl, rest, new PyxisRepositories(graphQl, repositories, settings.pageSize()), settings, clock);
    }

    @Bean
    @CatalogIs("pyxis")
    MetadataImages pyxisImages(PyxisMetadata metadata, ObjectProvider<BuiltImageSource> builds) {
        return new MetadataImages(metadata, builds::getObject);
    }
}
