package io.freshmaker.query.login.oidc;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import io.freshmaker.query.ldap.LdapGroups;
import io.freshmaker.query.login.Auth;
import io.freshmaker.query.login.Login;
import io.freshmaker.query.login.LoginRefused;
import io.freshmaker.query.login.Mode;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.web.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

/** Takes {@code Authorization: Bearer …}: never a token in the address or a body, where logs and other people see it. */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class OidcLogin implements Login {

    private static final Logger log = LoggerFactory.getLogger(OidcLogin.class);

    private final DefaultBearerTokenResolver resolver = new DefaultBearerTokenResolver();
    private final OidcSettings settings;
    private final JwtDecoder decoder;
    private final LdapGroups ldap;

    OidcLogin(Auth auth, OidcSettings settings, LdapGroups ldap) {
        if (auth.has(Mode.OIDC)) settings.check();
        this.settings = settings;
        this.decoder = Tokens.decoder(settings);
        this.ldap = ldap;
    }

    @Override
    public Mode mode() {
        return Mode.OIDC;
    }

    @Override
    public Optional<Person> of(HttpServletRequest request) {
        String token = tokenOf(request);
        return token == null ? Optional.empty() : Optional.of(person(decode(token)));
    }

    private @Nullable String tokenOf(HttpServletRequest request) {
        try {
            return resolver.resolve(request);
        } catch (OAuth2AuthenticationException e) {
            throw new LoginRefused("The bearer token is not usable.");
        }
    }

    /** What exactly is wrong with it is for the log of who looks for it: it would help who tries. */
    private Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            log.debug("A bearer token was refused: {}", e.getMessage());
            throw unknown();
        } catch (JwtException | JwtDecoderInitializationException e) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            if (cause instanceof RateLimitReachedException) throw unknown(); // its key is not among those known
            log.warn("The keys of {} cannot be had: {}", settings.issuer(), cause.getMessage());
            throw new ApiError(HttpStatus.SERVICE_UNAVAILABLE, "The issuer of tokens does not answer; try again soon.");
        }
    }

    private Person person(Jwt token) {
        Set<String> scopes = texts(token.getClaims().get("scope"));
        for (String scope : settings.requiredScopes()) {
            if (!scopes.contains(scope)) throw new LoginRefused("Required OIDC scope %s not present.".formatted(scope));
        }
        if (!(token.getClaims().get(settings.userClaim()) instanceof String name)) throw nobody();
        return Person.of(name, Mode.OIDC, groups(name, token), own(scopes)).orElseThrow(OidcLogin::nobody);
    }

    private Supplier<Set<String>> groups(String name, Jwt token) {
        if (settings.groupsClaim().isEmpty()) return () -> ldap.of(name);
        Set<String> groups = collection(token.getClaims().get(settings.groupsClaim()));
        return () -> groups;
    }

    /** Scopes of ours, without what stands before them. */
    private Set<String> own(Set<String> scopes) {
        Set<String> own = new TreeSet<>();
        for (String scope : scopes) {
            if (scope.startsWith(settings.baseNamespace())) {
                own.add(scope.substring(settings.baseNamespace().length()));
            }
        }
        return own;
    }

    /** Words of a text, as RFC 9068 has them, or a list, as others have. */
    private static Set<String> texts(@Nullable Object claim) {
        return claim instanceof String text ? Set.of(text.strip().split(" +")) : collection(claim);
    }

    private static Set<String> collection(@Nullable Object claim) {
        Set<String> texts = new TreeSet<>();
        if (claim instanceof Collection<?> all) {
            for (Object one : all) if (one instanceof String text) texts.add(text);
        }
        return texts;
    }

    private static LoginRefused unknown() {
        return new LoginRefused("The bearer token is not valid here.");
    }

    private static LoginRefused nobody() {
        return new LoginRefused("The bearer token does not say who it is.");
    }
}
