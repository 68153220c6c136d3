package io.freshmaker.query.web;

import com.nimbusds.jwt.JWTClaimsSet;
import io.freshmaker.query.testing.Issuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/** Logins that an attacker may show: tokens that are forged, stolen from elsewhere, too old or nobody's. */
final class ForgedLogins {

    private ForgedLogins() {}

    /** What stands in {@code Authorization}: none of it gives a right. */
    static List<String> of(Issuer issuer) {
        Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
        Date late = Date.from(Instant.now().plus(Duration.ofHours(6))); // as long as a soak may take
        String withoutRole = issuer.signed(issuer.claims("john_smith").expirationTime(late));
        List<String> tokens = List.of(
                withoutRole,
                issuer.unsigned(root(issuer)),
                issuer.confused(root(issuer)),
                issuer.forged(root(issuer)),
                issuer.withItsOwnKey(root(issuer)),
                issuer.signed(root(issuer).expirationTime(past)),
                issuer.signed(root(issuer).expirationTime(null)),
                issuer.signed(root(issuer).audience("another-service")),
                issuer.signed(root(issuer).issuer("https://evil.example.com")),
                issuer.signed(issuer.claims("root2")),
                issuer.signed(issuer.claims("ROOT")),
                issuer.signed(issuer.claims("root ")),
                issuer.signed(issuer.claims("root,admin")),
                issuer.signed(issuer.claims("jane)(uid=*").claim("groups", "cn=admins,dc=example")),
                withoutRole.substring(0, withoutRole.length() - 20),
                withoutRole + "." + withoutRole,
                Attacks.MARKER,
                "a.b.c",
                "",
                "x".repeat(6_000));
        String password = "root:" + Attacks.MARKER;
        List<String> others = List.of(
                "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)),
                "Negotiate " + Attacks.MARKER,
                "Bearer",
                "bearer " + Attacks.MARKER,
                "\"");
        return Stream.concat(tokens.stream().map(token -> "Bearer " + token), others.stream())
                .toList();
    }

    private static JWTClaimsSet.Builder root(Issuer issuer) {
        return issuer.claims("root").claim("groups", List.of("rebuilders")).claim("secret", Attacks.MARKER);
    }
}
