package io.freshmaker.query.gate;

import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.limit.RateLimits;
import io.freshmaker.query.login.Auth;
import io.freshmaker.query.login.Logins;
import io.freshmaker.query.login.Mode;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets reads through, and everything else only for who has one of the roles that the handler {@link Needs}. A write whose handler
 * says nothing needs an admin, so that forgetting it opens nothing.
 */
@Component
class Gate implements HandlerInterceptor {

    static final String CALLER = Caller.class.getName();

    private static final Logger log = LoggerFactory.getLogger(Gate.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Auth auth;
    private final Logins logins;
    private final Roles roles;
    private final Actors actors;
    private final RateLimits limits;

    Gate(Auth auth, Logins logins, Roles roles, Actors actors, RateLimits limits) {
        this.auth = auth;
        this.logins = logins;
        this.roles = roles;
        this.actors = actors;
        this.limits = limits;
    }

    static boolean isRead(HttpServletRequest request) {
        return READS.contains(request.getMethod());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
        if (needs == null && isRead(request)) return true;
        if (auth.isUnset()) {
            throw new ApiError(
                    HttpStatus.FORBIDDEN, "Writes need a login, and there is none yet: see freshmaker.auth.");
        }
        Caller caller = auth.needsNoLogin() ? anyone(request) : known(request, needs);
        request.setAttribute(CALLER, caller);
        if (!isRead(request)) {
            log.info("{} {} by {}", request.getMethod(), request.getRequestURI(), caller.actor());
        }
        return true;
    }

    private Caller anyone(HttpServletRequest request) {
        LocalWrites.check(request);
        return Caller.ANYONE;
    }

    private Caller known(HttpServletRequest request, @Nullable Needs needs) {
        Person person = logins.current().orElseThrow(logins::needed);
        if (!isRead(request)) CrossSite.check(request);
        limits.write(person.name());
        requireScope(person, needs);
        List<Role> wanted = needs == null ? List.of(Role.ADMIN) : List.of(needs.value());
        Set<Role> own = roles.of(person);
        if (Collections.disjoint(wanted, own)) throw without(wanted, person);
        return new Caller(actors.of(person.name()), own);
    }

    /** Only a token says what it is for (spec §10.8). */
    private static void requireScope(Person person, @Nullable Needs needs) {
        String scope = needs == null ? "" : needs.scope();
        if (scope.isEmpty() || person.mode() != Mode.OIDC || person.scopes().contains(scope)) return;
        throw new ApiError(HttpStatus.FORBIDDEN, "Request does not have required scope " + scope);
    }

    private static ApiError without(List<Role> wanted, Person person) {
        String roles = wanted.stream().map(Role::toString).collect(Collectors.joining(", "));
        return new ApiError(
                HttpStatus.FORBIDDEN,
                "User %s does not have any of the following roles: %s".formatted(person.name(), roles));
    }
}
