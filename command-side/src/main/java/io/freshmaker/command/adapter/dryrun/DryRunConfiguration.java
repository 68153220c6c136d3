package io.freshmaker.command.adapter.dryrun;

import io.freshmaker.platform.settings.KnownSetting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code freshmaker.dry-run=true}: nothing is built, whichever build system is set. */
@Configuration(proxyBeanMethods = false)
@KnownSetting(
        name = "freshmaker.dry-run",
        choices = {"true", "false"})
class DryRunConfiguration {

    @Bean
    @ConditionalOnProperty(name = "freshmaker.dry-run", havingValue = "true")
    DryRunBuildSystem dryRunBuildSystem() {
        return new DryRunBuildSystem();
    }
}
