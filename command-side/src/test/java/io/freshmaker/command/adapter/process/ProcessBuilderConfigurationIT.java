package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.HeardReports;
import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProcessBuilderConfigurationIT {

    @TempDir
    Path data;

    @Test
    void it_is_the_build_system_unless_another_is_named_and_works_below_the_data_folder() {
        try (TestDatabase database = TestPostgres.fresh()) {
            runner(database).run(context -> {
                context.getBean(BuildSystem.class).submit(BuildRequests.image(5));

                HeardReports reports = context.getBean(HeardReports.class);
                await().atMost(Duration.ofSeconds(20)).until(() -> reports.of(BuildRequests.id(5)) instanceof Built);
                assertThat(Files.readString(data.resolve("builds/5/here"))).isEqualTo("5\n");
            });
            runner(database)
                    .withPropertyValues("freshmaker.build.system=koji-mbs")
                    .run(context -> assertThat(context).doesNotHaveBean(BuildSystem.class));
        }
    }

    private ApplicationContextRunner runner(TestDatabase database) {
        return new ApplicationContextRunner()
                .withUserConfiguration(ProcessBuilderConfiguration.class)
                .withBean(DataSource.class, database::dataSource, definition -> definition.setDestroyMethodName(""))
                .withBean(BuildLogs.class, () -> new BuildLogs(database.sql()))
                .withBean(HeardReports.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues(
                        "data=" + data,
                        "freshmaker.build.process.command[0]=sh",
                        "freshmaker.build.process.command[1]=-c",
                        "freshmaker.build.process.command[2]=echo $FRESHMAKER_BUILD_ID > here");
    }
}
