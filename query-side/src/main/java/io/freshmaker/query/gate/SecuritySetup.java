package io.freshmaker.query.gate;

import io.freshmaker.query.limit.RateLimits;
import io.freshmaker.query.login.Auth;
import io.freshmaker.query.login.Logins;
import io.freshmaker.query.login.proxy.TrustedProxy;
import io.freshmaker.query.web.ApiError;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What is done with every request before a handler is looked for: strange ones are refused, it is counted, its sender is found
 * out, a write without a login ends here. Nothing is remembered between two requests: there are no sessions and no cookies.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
class SecuritySetup {

    /** The page at {@code /} loads its own files and talks to us; nothing inside a page is run, nobody may frame one. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private static final RequestMatcher API = PathPatternRequestMatcher.pathPattern("/api/**");

    @Bean
    SecurityFilterChain securityFilters(
            HttpSecurity http,
            Auth auth,
            Logins logins,
            RateLimits limits,
            TrustedProxy proxy,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        boolean needsLogin = !auth.needsNoLogin() && !auth.isUnset(); // otherwise the gate says what is wrong
        RequestMatcher writes = request -> needsLogin && API.matches(request) && !Gate.isRead(request);
        return http.csrf(
                        AbstractHttpConfigurer
                                ::disable) // CrossSite and LocalWrites: there is no cookie to bind a token to
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecuritySetup::headers)
                .addFilterBefore(new Entrance(limits, proxy, logins, errors), LogoutFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(writes)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, _) -> errors.resolveException(request, response, null, logins.needed())))
                .build();
    }

    /** Requests are timed as a whole; timing each filter of each of them cost as much as all filters together. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    /** A path that means something else to a proxy than to us, a method that does not exist, a control character. */
    @Bean
    RequestRejectedHandler rejectedRequests(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        return (request, response, _) -> {
            new ContentSecurityPolicyHeaderWriter(CONTENT_POLICY).writeHeaders(request, response);
            new XContentTypeOptionsHeaderWriter().writeHeaders(request, response);
            errors.resolveException(request, response, null, ApiError.badRequest("The request is not well-formed."));
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }
}
