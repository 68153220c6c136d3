package io.freshmaker.query.web;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every request to the API passes first. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer, WebMvcRegistrations {

    private final TextCheck texts;

    WebSetup(TextCheck texts) {
        this.texts = texts;
    }

    /** None: nothing is validated by annotations, and starting the one that is on the classpath takes time. */
    @Override
    public Validator getValidator() {
        return new NoValidator();
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new QuickMapping();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(texts).addPathPatterns("/api/**").order(0);
    }

    private static final class NoValidator implements Validator {

        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, org.springframework.validation.Errors errors) {
            throw new IllegalStateException("Nothing is validated here: " + target);
        }
    }
}
