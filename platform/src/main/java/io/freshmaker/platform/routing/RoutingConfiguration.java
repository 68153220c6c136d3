package io.freshmaker.platform.routing;

import io.freshmaker.platform.cluster.ClusterSecret;
import io.freshmaker.platform.cluster.ClusterSettings;
import io.freshmaker.platform.cluster.InCluster;
import io.freshmaker.platform.cluster.Presence;
import io.freshmaker.platform.cluster.Role;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the bus between processes in front of the local one, which Axon makes. */
@Configuration(proxyBeanMethods = false)
@InCluster
class RoutingConfiguration {

    private static final int HANDLES = 100;
    private static final int HANDLES_NOTHING = 0;

    @Bean(destroyMethod = "") // Connection closes it
    Connector connector(
            @Qualifier("localSegment") CommandBus local,
            @Qualifier("messageSerializer") Serializer serializer,
            ClusterSettings settings,
            ClusterSecret secret,
            Presence presence,
            DataSource database,
            JdbcClient sql,
            Clock clock) {
        return new Connector(
                Channels.open(presence.self().id(), settings, secret, database),
                secret.cluster(),
                HandlingSegment.over(local, clock, sql),
                serializer);
    }

    @Bean
    @Primary
    DistributedCommandBus distributedCommandBus(Connector connector, ClusterSettings settings) {
        DistributedCommandBus bus = DistributedCommandBus.builder()
                .commandRouter(connector)
                .connector(connector)
                .build();
        bus.updateLoadFactor(settings.role() == Role.HANDLER ? HANDLES : HANDLES_NOTHING);
        if (settings.role() == Role.HANDLER) {
            var _ = bus.subscribe(Probe.class.getName(), probe -> probe.getIdentifier());
        }
        return bus;
    }

    @Bean
    Connection connection(Connector connector, ClusterSettings settings) {
        return new Connection(connector, settings);
    }

    @Bean
    Announcement announcement(DistributedCommandBus bus) {
        return new Announcement(bus);
    }
}
