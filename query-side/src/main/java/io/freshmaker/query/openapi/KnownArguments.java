package io.freshmaker.query.openapi;

import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses arguments that an operation of {@code /api/3} does not have: a misspelt filter would otherwise be answered with
 * everything. The original's API ignores them, as the original did.
 */
@Configuration(proxyBeanMethods = false)
class KnownArguments implements HandlerInterceptor, WebMvcConfigurer {

    /** Of every read: the fact that the answer must know of. */
    static final String SEEN = "seen";

    /** Of a list that is of a time. */
    static final Set<String> TIMES = Set.of("since", "until");

    /** Of every list that is paged by cursor. */
    static final Set<String> PAGING = Set.of("since", "until", "cursor", "limit");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/3/**").order(1); // what is no text was refused
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) requireKnown(request, of(method));
        return true;
    }

    private static void requireKnown(HttpServletRequest request, Set<String> known) {
        for (String name : request.getParameterMap().keySet()) {
            if (!known.contains(name)) {
                throw ApiError.badRequest(
                        "There is no argument '%s' here; there are: %s.".formatted(name, String.join(", ", known)));
            }
        }
    }

    private static Set<String> of(HandlerMethod method) {
        Set<String> known = new TreeSet<>(Set.of(SEEN));
        Arrays.stream(method.getMethodParameters())
                .flatMap(KnownArguments::nameOf)
                .forEach(known::add);
        Method declared = method.getMethod();
        for (ListArgument argument :
                AnnotatedElementUtils.findMergedRepeatableAnnotations(declared, ListArgument.class)) {
            known.add(argument.name());
        }
        if (AnnotatedElementUtils.hasAnnotation(declared, ListArgument.Times.class)) known.addAll(TIMES);
        if (declared.isAnnotationPresent(ListArgument.Paging.class)) known.addAll(PAGING);
        return known;
    }

    private static Stream<String> nameOf(MethodParameter parameter) {
        RequestParam argument = parameter.getParameterAnnotation(RequestParam.class);
        if (argument == null) return Stream.empty();
        if (StringUtils.hasText(argument.name())) return Stream.of(argument.name());
        String name = parameter.getParameter().getName(); // the compiler keeps names (-parameters)
        return Stream.of(name);
    }
}
