package io.freshmaker.query.login.oidc;

import io.freshmaker.query.login.SafeAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are taken and what they say (spec §10.8). Checked when {@code freshmaker.auth} has {@code oidc}.
 *
 * @param issuer exactly as in {@code iss}; its discovery document says where its keys are
 * @param jwkSetUri where its keys are, for an issuer without such a document
 * @param audience one of those in {@code aud}: a token for another service is no token for us
 * @param userClaim who it is; only {@code sub} is never given to another person by any issuer
 * @param groupsClaim his groups; empty: LDAP is asked
 * @param requiredScopes all of these are needed for a login
 * @param baseNamespace what stands before {@code submit-build} in scopes that single handlers need
 * @param skew by how much clocks may differ
 */
@ConfigurationProperties(OidcSettings.PREFIX)
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String jwkSetUri,
        @DefaultValue("") String audience,
        @DefaultValue("sub") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue List<String> requiredScopes,
        @DefaultValue("") String baseNamespace,
        @DefaultValue("30s") Duration skew,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {

    static final String PREFIX = "freshmaker.oidc";

    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    void check() {
        if (!SafeAddress.is(issuer, "http")) throw wrong("issuer", "an https address", issuer);
        if (!jwkSetUri.isEmpty() && !SafeAddress.is(jwkSetUri, "http")) {
            throw wrong("jwk-set-uri", "an https address, or nothing", jwkSetUri);
        }
        if (audience.isBlank()) throw wrong("audience", "what 'aud' of a token for us has", "nothing");
        if (userClaim.isBlank()) throw wrong("user-claim", "the name of a claim", "nothing");
        if (skew.isNegative() || skew.compareTo(MOST_SKEW) > 0) throw wrong("skew", "0s to 5m", skew);
        if (!connectTimeout.isPositive()) throw wrong("connect-timeout", "a duration above zero", connectTimeout);
        if (!readTimeout.isPositive()) throw wrong("read-timeout", "a duration above zero", readTimeout);
    }

    private static IllegalArgumentException wrong(String name, String expected, Object found) {
        String shown = found.toString().isEmpty() ? "nothing" : found.toString();
        return new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, shown));
    }
}
