package io.freshmaker.query.gate;

import io.freshmaker.query.limit.RateLimits;
import io.freshmaker.query.login.LoggedIn;
import io.freshmaker.query.login.Logins;
import io.freshmaker.query.login.proxy.TrustedProxy;
import io.freshmaker.query.web.ApiError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Counts every request, and finds out who sends it. */
final class Entrance extends OncePerRequestFilter {

    /** Where the server goes by itself when something failed; it is nothing to ask for. */
    private static final String ERRORS = "/error";

    private static final String FORWARDED = "X-Forwarded-For";

    private final RateLimits limits;
    private final TrustedProxy proxy;
    private final Logins logins;
    private final HandlerExceptionResolver errors;

    Entrance(RateLimits limits, TrustedProxy proxy, Logins logins, HandlerExceptionResolver errors) {
        this.limits = limits;
        this.proxy = proxy;
        this.logins = logins;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        try {
            if (request.getRequestURI().equals(ERRORS)) throw ApiError.notFound("Not Found");
            limits.request(sender(request));
            requireReadable(request);
            logins.of(request)
                    .ifPresent(
                            person -> SecurityContextHolder.setContext(new SecurityContextImpl(new LoggedIn(person))));
        } catch (ApiError e) {
            errors.resolveException(request, response, null, e);
            return;
        }
        rest.doFilter(request, response);
    }

    /** Who handles it would fail at an argument that cannot be decoded, and not every handler is ours. */
    private static void requireReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
        } catch (IllegalStateException e) { // as the servlet specification says
            throw ApiError.badRequest("An argument cannot be decoded.");
        }
    }

    /** The address at the other end; where that is the proxy, the one that it saw itself, which it has added at the end. */
    private String sender(HttpServletRequest request) {
        String forwarded = request.getHeader(FORWARDED);
        if (forwarded == null || !proxy.sends(request)) return request.getRemoteAddr();
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return isAddress(last) ? last : request.getRemoteAddr();
    }

    private static boolean isAddress(String text) {
        try {
            return !text.contains("/") && new IpAddressMatcher(text).matches(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
