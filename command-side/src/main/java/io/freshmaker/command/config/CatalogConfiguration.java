package io.freshmaker.command.config;

import io.freshmaker.command.adapter.catalogfile.CatalogFile;
import io.freshmaker.command.port.Packages;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesFile;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
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

    /** No other system says what packages are built with: the file does, where there is one. */
    @Bean
    @ConditionalOnExpression("!'${freshmaker.catalog:file}'.equals('file')")
    Packages packagesOfFile(FileSettings settings) {
        if (!settings.hasCatalog()) return (_, _) -> List.of();
        CatalogFile file = new CatalogFile(settings.catalogPath());
        return (names, branch) -> file.builtWith(names, branch);
    }

    @Bean
    Rules rules(FileSettings settings) {
        return new RulesFile(settings.rulesPath());
    }
}
