package io.freshmaker.query.replay;

import io.freshmaker.query.progress.Progress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Says with each answer that rows may be missing: {@code Freshmaker-Replaying: events 43%}. It looks before the rows are read,
 * because a replay may end meanwhile, and after, because one may have begun.
 */
@RestControllerAdvice
class ReplayingHeader implements ResponseBodyAdvice<Object>, HandlerInterceptor, WebMvcConfigurer {

    private static final String NAME = "Freshmaker-Replaying";

    private final Progress progress;

    ReplayingHeader(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").order(2);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        progress.replaying().ifPresent(replay -> response.setHeader(NAME, replay.inShort()));
        return true;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request.getURI().getPath().startsWith("/api/")) {
            progress.replaying().ifPresent(replay -> response.getHeaders().set(NAME, replay.inShort()));
        }
        return body;
    }
}
