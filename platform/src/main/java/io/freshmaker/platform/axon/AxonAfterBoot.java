package io.freshmaker.platform.axon;

import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;

/**
 * Puts Axon's autoconfigurations after those of Boot 4 that they build upon. Axon 4.13 knows these by the names they had in
 * Boot 3: without this it comes too early, sees no database, and runs without any transactions and without a word.
 */
@AutoConfiguration(
        after = {DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class},
        afterName = {
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        },
        before = {
            JdbcAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            MicrometerMetricsAutoConfiguration.class
        })
class AxonAfterBoot {}
