package io.freshmaker.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses arguments that are no text: wrongly encoded, or with a NUL, which PostgreSQL does not take. */
@Component
class TextCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        parametersOf(request).forEach((name, values) -> {
            for (String value : values) requireText(name, value);
        });
        return true;
    }

    private static Map<String, String[]> parametersOf(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) { // as the servlet specification says for what cannot be decoded
            throw ApiError.badRequest("An argument cannot be decoded.");
        }
    }

    private static void requireText(String name, String value) {
        if (value.indexOf('\0') >= 0) throw ApiError.badRequest("The argument '%s' contains a NUL.".formatted(name));
    }
}
