package io.freshmaker.platform.service;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is measured, for Prometheus, at the original's path. */
@RestController
@ConditionalOnWebApplication
class MetricsResource {

    private static final String FORMAT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsResource(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping(path = "/monitor/metrics", produces = FORMAT)
    String metrics() {
        return registry.scrape();
    }
}
