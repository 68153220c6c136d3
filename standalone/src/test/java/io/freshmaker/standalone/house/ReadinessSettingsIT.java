package io.freshmaker.standalone.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

class ReadinessSettingsIT {

    /** Who publishes before the queue is bound loses the message, and the broker confirms it all the same. */
    @Test
    void nobody_is_told_that_we_are_ready_before_the_bus_is_heard() {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run()) {
            assertThat(context.getEnvironment()
                            .getProperty("management.endpoint.health.group.readiness.include", String.class, ""))
                    .contains("db", "processors", "bus", "umb");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
