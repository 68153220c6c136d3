package io.freshmaker.command.config;

import io.freshmaker.command.adapter.catalogfile.CatalogFile;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which artifact contains what, and what may be rebuilt: from the two files, where no other system is named (contract §5). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class CatalogConfiguration {
    @Bean
    @ConditionalOnProperty(name = "freshmaker.catalog", havingValue = "file", matchIfMissing = true)
    CatalogFile catalogFile(FileSettings settings) {
        return new CatalogFile(settings.catalogPath());
    }

    @Bean
    Rules rules(FileSettings settings) {
        return new RulesFile(settings.rulesPath());
    }
}
