package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.outside.ClientCertificate;
import io.freshmaker.command.outside.Identity;
import io.freshmaker.command.outside.KerberosIdentity;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Pyxis is and how it is asked (docs/systems/pyxis.md). A wrong value stops the start with a sentence that names it.
 *
 * @param graphqlUrl where its GraphQL answers, e.g. {@code https://pyxis.example.com/graphql/}
 * @param serverUrl what the paths {@code v1/…} of its REST API lie under
 * @param principal who we are for its REST API, by Kerberos; null: our certificate says it
 * @param keytab with the principal's key; null: somebody else keeps a ticket
 * @param pageSize how many records are asked for at once
 * @param smallPageSize the same, where each comes with much
 * @param repositoriesAtOnce how many repositories are searched at once while Pyxis is quick
 * @param cacheAge how old repositories, and images that are asked for by NVR, may be
 * @param cachedImages how many images are remembered
 */
@ConfigurationProperties(PyxisSettings.PREFIX)
record PyxisSettings(
        @Nullable URI graphqlUrl,
        @Nullable URI serverUrl,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @Nullable Path serverCa,
        @Nullable String principal,
        @Nullable Path keytab,
        @DefaultValue("200") int pageSize,
        @DefaultValue("50") int smallPageSize,
        @DefaultValue("20") int repositoriesAtOnce,
        @DefaultValue("20m") Duration cacheAge,
        @DefaultValue("200") int cachedImages,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("120s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.pyxis";

    private static final Settings SETTINGS = new Settings(PREFIX);

    PyxisSettings {
        graphqlUrl = SETTINGS.address("graphql-url", graphqlUrl);
        serverUrl = SETTINGS.address("server-url", serverUrl);
        SETTINGS.readable("certificate", "a PEM file", certificate);
        SETTINGS.readable("private-key", "a PEM file", privateKey);
        SETTINGS.readable("server-ca", "a PEM file", serverCa);
        principal = principal == null || principal.isBlank() ? null : principal;
        SETTINGS.readable("keytab", "a keytab", keytab);
        SETTINGS.check("principal", "a principal, for a keytab", "nothing", keytab == null || principal != null);
        SETTINGS.certificateWithKey(certificate, privateKey);
        SETTINGS.check("page-size", "1 to 1000", pageSize, pageSize >= 1 && pageSize <= 1000);
        SETTINGS.check("small-page-size", "1 to 1000", smallPageSize, smallPageSize >= 1 && smallPageSize <= 1000);
        SETTINGS.check("repositories-at-once", "at least 1", repositoriesAtOnce, repositoriesAtOnce >= 1);
        SETTINGS.check("cache-age", "a duration above zero", cacheAge, cacheAge.isPositive());
        SETTINGS.check("cached-images", "at least 1", cachedImages, cachedImages >= 1);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    /** Who we are for REST. */
    Identity identity() {
        return principal == null ? Identity.NOBODY : new KerberosIdentity(principal, keytab);
    }

    Optional<SSLContext> tls() {
        return new ClientCertificate(certificate, privateKey, serverCa)
                .context(PREFIX + ".certificate, .private-key, .server-ca");
    }
}
