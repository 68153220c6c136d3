package io.freshmaker.command.adapter.process;

import io.freshmaker.command.port.BuildReports;
import io.freshmaker.platform.log.BuildLogs;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process builder, where nothing else is asked for. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "freshmaker.build.system", havingValue = "process", matchIfMissing = true)
@EnableConfigurationProperties(ProcessBuilderSettings.class)
class ProcessBuilderConfiguration {

    /** A statement that takes longer is given up, in seconds. */
    private static final int LONGEST_STATEMENT = 4;

    @Bean
    ProcessBuildSystem processBuildSystem(
            DataSource database,
            BuildReports reports,
            BuildLogs logs,
            ProcessBuilderSettings settings,
            Clock clock,
            @Value("${data:./data}") Path data) {
        BuildFolders folders = new BuildFolders(data.resolve("builds"));
        return new ProcessBuildSystem(bounded(database), reports, logs, folders, settings, clock);
    }

    private static JdbcClient bounded(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setQueryTimeout(LONGEST_STATEMENT);
        return JdbcClient.create(template);
    }
}
