package io.freshmaker.standalone.simulation.broken;

import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.job.Workers;
import io.freshmaker.platform.wake.Neighbours;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Policies store their jobs only after how far they have come is stored. */
public class JobsForgottenAtACrash {

    @Bean
    Jobs jobs(DataSource database, ObjectProvider<Job> jobs, Clock clock, Workers workers) {
        return new Late(database, jobs.stream().toList(), clock, workers);
    }

    private static final class Late extends Jobs {

        Late(DataSource database, List<Job> jobs, Clock clock, Workers workers) {
            super(database, jobs, clock, Neighbours.NONE, workers);
        }

        @Override
        public void store(Job job, String subject) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_COMMITTED) Late.super.store(job, subject);
                }
            });
        }
    }
}
