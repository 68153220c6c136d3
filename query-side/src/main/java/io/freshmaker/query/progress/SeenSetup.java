package io.freshmaker.query.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets every read wait for a fact: {@code ?seen=<fact id>}, answered in the header {@code Freshmaker-Seen} (contract §4). */
@Configuration(proxyBeanMethods = false)
class SeenSetup implements WebMvcConfigurer, HandlerInterceptor {

    private final Seen seen;

    SeenSetup(Seen seen) {
        this.seen = seen;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").order(1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String fact = request.getParameter("seen");
        if (fact == null || !request.getMethod().equals("GET")) return true;
        response.setHeader("Freshmaker-Seen", String.valueOf(seen.await(fact, new Patience())));
        return true;
    }
}
