package io.freshmaker.platform.balance;

import io.freshmaker.platform.cluster.InCluster;
import io.freshmaker.platform.cluster.Presence;
import java.time.Clock;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@InCluster
class BalanceConfiguration {

    /** As Axon makes it, but with owners that never share a name. */
    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections, Serializer serializer, TokenSchema schema, Presence presence) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .nodeId(presence.self().id())
                .claimTimeout(Claims.TIME_OUT)
                .build();
    }

    @Bean
    Balancer balancer(Presence presence, JdbcClient sql, Clock clock, EventProcessingConfiguration processing) {
        Processors processors = new Processors(presence.self().processors(), processing);
        presence.whenBack(() -> Thread.ofPlatform().daemon().name("awake").start(processors::awake));
        return new Balancer(presence, new Claims(sql, clock), processors);
    }
}
