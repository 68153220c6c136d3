package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.outside.CatalogIs;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.port.DistGit;
import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** MBS, for what the settings want of it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MbsSettings.class)
class MbsConfiguration {

    @Bean
    @ConditionalOnProperty(name = "freshmaker.build.system", havingValue = "koji-mbs")
    MbsBuildSystem mbsBuildSystem(
            MbsSettings settings,
            OutsideSystems systems,
            DistGit distGit,
            @Value("${freshmaker.dist-git.base-url:}") String sources) {
        URI url = sources.isBlank() ? null : URI.create(sources);
        return new MbsBuildSystem(api(settings, systems), distGit, url, settings);
    }

    @Bean
    @CatalogIs({"mbs-koji", "lightblue", "pyxis"})
    MbsModules mbsModules(MbsSettings settings, OutsideSystems systems, Clock clock) {
        return new MbsModules(api(settings, systems), settings.catalogAge(), clock);
    }

    @Bean
    @ConditionalOnProperty(MbsSettings.PREFIX + ".base-url")
    MbsModuleSource mbsModuleSource(MbsSettings settings, OutsideSystems systems) {
        return new MbsModuleSource(api(settings, systems));
    }

    private static MbsApi api(MbsSettings settings, OutsideSystems systems) {
        return new MbsApi(
                new Http(systems.system(MbsApi.SYSTEM, settings.politeness()), settings.politeness(), null), settings);
    }
}
