package io.freshmaker.standalone.simulation.house;

import org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.health.RabbitHealthContributorAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.metrics.RabbitMetricsAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The rooms as production finds them, without what reaches the bus, measures, or watches time in threads of its own. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            AopAutoConfiguration.class,
            AxonTimeoutAutoConfiguration.class,
            AxonTracingAutoConfiguration.class,
            MetricsAutoConfiguration.class,
            MicrometerMetricsAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            PrometheusMetricsExportAutoConfiguration.class,
            RabbitAutoConfiguration.class,
            RabbitHealthContributorAutoConfiguration.class,
            RabbitMetricsAutoConfiguration.class
        })
@ComponentScan(
        basePackages = {
            "io.freshmaker.platform",
            "io.freshmaker.command",
            "io.freshmaker.messaging",
            "io.freshmaker.query"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = SpringBootApplication.class))
class Rooms {}
