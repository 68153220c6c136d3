package io.freshmaker.command.adapter.dryrun;

import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.Composes;
import io.freshmaker.platform.settings.KnownSetting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The build system and the composes of dry runs: of an Event that is one, or, with {@code freshmaker.dry-run=true}, of all,
 * whichever build system is set.
 */
@Configuration(proxyBeanMethods = false)
@KnownSetting(
        name = "freshmaker.dry-run",
        choices = {"true", "false"})
class DryRunConfiguration {

    /** Found by its name only: it is none of those that build. */
    @Bean(defaultCandidate = false)
    BuildSystem dryRuns() {
        return new DryRunBuildSystem();
    }

    /** As that. */
    @Bean(defaultCandidate = false)
    Composes dryComposes() {
        return new DryRunComposes();
    }
}
