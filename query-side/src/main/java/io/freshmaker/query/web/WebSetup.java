package io.freshmaker.query.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every request to the API passes first. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private final WriteGuard guard;
    private final TextCheck texts;

    WebSetup(WriteGuard guard, TextCheck texts) {
        this.guard = guard;
        this.texts = texts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(guard).addPathPatterns("/api/**").order(0);
        registry.addInterceptor(texts).addPathPatterns("/api/**").order(0);
    }
}
