package io.freshmaker.query.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Times the parts of the API that the original timed. */
@Configuration(proxyBeanMethods = false)
class LatencySetup implements WebMvcConfigurer {

    private final ApiLatency events;
    private final ApiLatency builds;

    LatencySetup(MeterRegistry registry) {
        events = new ApiLatency("event_api_latency", registry);
        builds = new ApiLatency("build_api_latency", registry);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(events)
                .addPathPatterns("/api/*/events/**")
                .excludePathPatterns("/api/3/events/*/live") // lasts as long as somebody looks
                .order(-1);
        registry.addInterceptor(builds).addPathPatterns("/api/*/builds/**").order(-1);
    }
}
