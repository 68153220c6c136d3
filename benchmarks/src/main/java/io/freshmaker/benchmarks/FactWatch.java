package io.freshmaker.benchmarks;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.platform.axon.Processor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A process beside the house, with the same database and one handler, which says how old each fact is when it gets it. */
final class FactWatch {

    static final String ARGUMENT = "watch-facts";
    private static final String GROUP = "bench-watch";
    private static final String READY = "watching";

    private FactWatch() {}

    /** Starts one in a process of its own. */
    static StartedProcess start(String jdbcUrl) throws Exception {
        return StartedProcess.start(OwnJvm.command(ARGUMENT, jdbcUrl), READY);
    }

    /** What that process does: until it is asked to end. A line for each fact: its age in milliseconds. */
    static void live(String jdbcUrl) throws InterruptedException {
        new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.import=classpath:application-platform.yml",
                        "spring.config.name=bench-watch", // not the house's settings
                        "spring.flyway.enabled=false",
                        "spring.jpa.hibernate.ddl-auto=none",
                        "spring.datasource.username=postgres",
                        "spring.datasource.url=" + jdbcUrl)
                .run();
        System.out.println(READY);
        Thread.currentThread().join();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("io.freshmaker.platform")
    static class Parts {

        @Bean
        Watch watch(Clock clock) {
            return new Watch(clock);
        }

        @Bean
        Processor watchProcessor() {
            return Processor.process(GROUP, 1);
        }
    }

    @ProcessingGroup(GROUP)
    @DisallowReplay
    static final class Watch {

        private final Clock clock;

        Watch(Clock clock) {
            this.clock = clock;
        }

        @EventHandler
        void on(DomainEvent fact, @Timestamp Instant at) {
            System.out.println(Duration.between(at, clock.instant()).toNanos() / 1e6);
        }
    }
}
