package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.outside.OutsideSystems;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Dist-git is always there; without its URL it refuses when it is asked. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DistGitSettings.class)
class DistGitConfiguration {

    @Bean
    Transports distGitTransports(DistGitSettings settings) {
        return new Transports(settings);
    }

    @Bean
    Branches distGitBranches(OutsideSystems systems, DistGitSettings settings, Transports transports) {
        return new Branches(systems.system("dist-git", settings.politeness()), settings, transports);
    }

    @Bean
    JGitDistGit distGit(Branches branches, DistGitSettings settings, Clock clock) {
        return new JGitDistGit(branches, Author.parse(settings.author()), clock);
    }

    @Bean
    @Conditional(SomeBranchIsFollowed.class)
    DistGitHeads distGitHeads(Branches branches, DistGitSettings settings) {
        return new DistGitHeads(branches, settings.followedBranches());
    }

    private static final class SomeBranchIsFollowed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return Binder.get(context.getEnvironment())
                    .bind(DistGitSettings.PREFIX + ".followed", Bindable.listOf(String.class))
                    .map(followed -> !followed.isEmpty())
                    .orElse(false);
        }
    }
}
