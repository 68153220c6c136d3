package io.freshmaker.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.platform.feed.Feed;
import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.platform.reason.TypedReasons;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The small things that every service has. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Feed feed(JdbcClient sql) {
        return new Feed(sql);
    }

    @Bean
    CloudEvents cloudEvents(@Qualifier("defaultAxonObjectMapper") ObjectMapper json) {
        return new CloudEvents(json);
    }

    @Bean
    BuildLogs buildLogs(JdbcClient sql) {
        return new BuildLogs(sql);
    }

    @Bean
    TypedReasons typedReasons(JdbcClient sql, Clock clock) {
        return new TypedReasons(sql, clock);
    }
}
