package io.freshmaker.command.adapter.bodhi;

import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.OutsideSystems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Bodhi is always there; without its URL it refuses when it is asked, and nothing is caught up with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodhiSettings.class)
class BodhiConfiguration {

    @Bean
    Bodhi bodhi(OutsideSystems systems, BodhiSettings settings) {
        return new Bodhi(
                new Http(systems.system(Bodhi.SYSTEM, settings.politeness()), settings.politeness(), null), settings);
    }

    @Bean
    @Conditional(BodhiIsNamed.class)
    BodhiUpdates bodhiUpdates(Bodhi bodhi) {
        return new BodhiUpdates(bodhi);
    }

    private static final class BodhiIsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            return !context.getEnvironment()
                    .getProperty(BodhiSettings.PREFIX + ".base-url", "")
                    .isBlank();
        }
    }
}
