package io.freshmaker.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.freshmaker.platform.wake.Neighbours;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    Jobs jobs(
            DataSource dataSource,
            ObjectProvider<Job> jobs,
            Clock clock,
            Neighbours neighbours,
            ObjectProvider<Workers> workers) {
        return new Jobs(
                dataSource,
                List.copyOf(jobs.stream().toList()),
                clock,
                neighbours,
                workers.getIfAvailable(() -> Scheduler::create));
    }
}
