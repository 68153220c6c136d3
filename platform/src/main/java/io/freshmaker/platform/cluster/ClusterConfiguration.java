package io.freshmaker.platform.cluster;

import io.freshmaker.platform.axon.ProcessName;
import io.freshmaker.platform.axon.Processor;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClusterSettings.class)
class ClusterConfiguration {

    @Bean
    @InCluster
    ClusterSecret clusterSecret(ClusterSettings settings) {
        return ClusterSecret.of(Objects.requireNonNull(settings.secret()));
    }

    @Bean
    @InCluster
    Presence presence(ProcessName self, ClusterSecret secret, List<Processor> processors, JdbcClient sql) {
        List<String> groups = processors.stream().map(Processor::group).sorted().toList();
        return new Presence(new Member(self.value(), secret.cluster(), groups), new Members(sql));
    }
}
