package io.freshmaker.platform.retention;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform keeps for a while: logs of builds, and jobs that were given up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {

    @Bean
    Expiring buildLogRetention(RetentionSettings settings, JdbcClient sql) {
        return new ExpiringRows(
                "build-logs",
                settings.buildLogs(),
                "build_log",
                "build_id",
                "select build_id from build_log where written_at < ? order by written_at limit ?",
                sql);
    }

    @Bean
    Expiring failedJobRetention(RetentionSettings settings, JdbcClient sql) {
        return new ExpiringRows(
                "failed-jobs",
                settings.failedJobs(),
                "failed_job",
                "id",
                "select id from failed_job where given_up_at < ? order by given_up_at limit ?",
                sql);
    }
}
