package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.outside.AdvisoryStates;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.port.OperatorBundles;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The Errata Tool is always there; without its address it refuses when it is asked, and nothing is caught up with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ErrataSettings.class, JiraSettings.class})
class ErrataConfiguration {

    @Bean
    ErrataApi errataApi(OutsideSystems systems, ErrataSettings settings) {
        Http http = new Http(
                systems.system(ErrataApi.SYSTEM, settings.politeness()),
                settings.politeness(),
                null,
                settings.identity());
        return new ErrataApi(http, settings.serverUrl());
    }

    @Bean
    Jira jira(OutsideSystems systems, JiraSettings settings, Clock clock) {
        Http http = new Http(systems.system(Jira.SYSTEM, settings.politeness()), settings.politeness(), null);
        return new Jira(http, settings, clock);
    }

    @Bean
    Contents advisoryContents(ErrataApi errata, ErrataSettings settings, Clock clock) {
        return new Contents(errata, new ProductVersions(errata, settings.rhelReleasePrefix(), clock));
    }

    @Bean
    ErrataAdvisories errataAdvisories(ErrataApi errata, Contents contents, Jira jira) {
        return new ErrataAdvisories(errata, contents, jira);
    }

    @Bean
    ErrataImages errataImages(ErrataApi errata) {
        return new ErrataImages(errata);
    }

    @Bean
    @Conditional(ErrataIsNamed.class)
    BotasAdvisories botasAdvisories(
            ErrataApi errata, ErrataAdvisories advisories, ObjectProvider<OperatorBundles> bundles) {
        return new BotasAdvisories(new ChangedAdvisories(errata), advisories, bundles);
    }

    @Bean
    @Conditional(ErrataIsNamed.class)
    ShippedAdvisories shippedAdvisories(ErrataApi errata) {
        return new ShippedAdvisories(new ChangedAdvisories(errata));
    }

    @Bean
    @Conditional(ErrataIsNamed.class)
    SignedAdvisories signedAdvisories(ErrataApi errata, Contents contents, AdvisoryStates states) {
        return new SignedAdvisories(new ChangedAdvisories(errata), contents, states.beforeShipping());
    }

    /** Where the index of Flatpaks is named too. */
    @Bean
    @Conditional(ErrataIsNamed.class)
    @ConditionalOnExpression("!'${freshmaker.flatpak.server-url:}'.isBlank()")
    FlatpakAdvisories flatpakAdvisories(ErrataApi errata, ErrataAdvisories advisories) {
        return new FlatpakAdvisories(new ChangedAdvisories(errata), advisories);
    }

    private static final class ErrataIsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !context.getEnvironment()
                    .getProperty(ErrataSettings.PREFIX + ".server-url", "")
                    .isBlank();
        }
    }
}
