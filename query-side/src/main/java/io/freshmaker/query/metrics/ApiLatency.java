package io.freshmaker.query.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** How long the answers of one part of the API take, in seconds, in the buckets of the original's client library. */
final class ApiLatency implements HandlerInterceptor {

    private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};
    private static final double NANOS = 1e9;
    private static final String START = ApiLatency.class.getName();

    private final DistributionSummary summary;

    ApiLatency(String name, MeterRegistry registry) {
        summary = DistributionSummary.builder(name)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(START, System.nanoTime());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception error) {
        if (request.getAttribute(START) instanceof Long start) summary.record((System.nanoTime() - start) / NANOS);
    }
}
