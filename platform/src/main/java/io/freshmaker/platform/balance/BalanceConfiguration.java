package io.freshmaker.platform.balance;

import io.freshmaker.platform.cluster.InCluster;
import io.freshmaker.platform.cluster.Presence;
import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@InCluster
class BalanceConfiguration {

    @Bean
    Balancer balancer(Presence presence, JdbcClient sql, Clock clock, EventProcessingConfiguration processing) {
        Processors processors = new Processors(presence.self().processors(), processing);
        presence.whenBack(() -> Thread.ofPlatform().daemon().name("awake").start(processors::awake));
        return new Balancer(presence, new Claims(sql, clock), processors);
    }
}
