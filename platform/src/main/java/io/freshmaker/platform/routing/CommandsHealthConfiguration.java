package io.freshmaker.platform.routing;

import io.freshmaker.platform.cluster.Presence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Readiness asks for it in every process; one that is alone on purpose handles its commands itself. */
@Configuration(proxyBeanMethods = false)
class CommandsHealthConfiguration {

    @Bean
    HealthIndicator commandsHealthIndicator(ObjectProvider<Connector> connector, ObjectProvider<Presence> presence) {
        Connector connected = connector.getIfAvailable();
        return connected == null ? () -> Health.up().build() : new CommandsHealth(connected, presence.getObject());
    }
}
