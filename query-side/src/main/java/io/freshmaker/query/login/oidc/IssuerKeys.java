package io.freshmaker.query.login.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.freshmaker.query.login.SafeAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public keys of an issuer, remembered for five minutes, for an hour while it is away. Tokens with made-up keys make us ask
 * twice in 30 s at the most.
 */
final class IssuerKeys {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final int MOST_BYTES = 1 << 20;

    private IssuerKeys() {}

    /** Throws when the issuer has to be asked where its keys are and does not say so. */
    static JWKSource<SecurityContext> of(OidcSettings settings) {
        DefaultResourceRetriever client = new DefaultResourceRetriever(
                (int) settings.connectTimeout().toMillis(),
                (int) settings.readTimeout().toMillis(),
                MOST_BYTES);
        try {
            return JWKSourceBuilder.<SecurityContext>create(address(settings, client), client)
                    .refreshAheadCache(false) // no threads of its own
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("%s does not say where its keys are".formatted(settings.issuer()), e);
        }
    }

    private static URL address(OidcSettings settings, DefaultResourceRetriever client) throws IOException {
        if (!settings.jwkSetUri().isEmpty())
            return URI.create(settings.jwkSetUri()).toURL();
        String base = settings.issuer().replaceAll("/$", "");
        JsonNode said = JSON.readTree(
                client.retrieveResource(URI.create(base + DISCOVERY).toURL()).getContent());
        String keys = said.path("jwks_uri").asString("");
        if (!said.path("issuer").asString("").equals(settings.issuer()) || !SafeAddress.is(keys, "http")) {
            throw new IllegalStateException(
                    "%s says that it is somebody else, or that its keys are not at https".formatted(settings.issuer()));
        }
        return URI.create(keys).toURL();
    }
}
