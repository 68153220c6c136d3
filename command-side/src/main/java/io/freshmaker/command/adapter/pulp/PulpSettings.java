package io.freshmaker.command.adapter.pulp;

import io.freshmaker.command.outside.ClientCertificate;
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
 * Where Pulp is and how it is asked (contract §7). A wrong value stops the start with a sentence that names it.
 *
 * @param serverUrl without the path of its API; null refuses what needs it
 * @param clientCertificate that we show, in PEM; null: none
 * @param privateKey of the certificate; null: it is in the same file
 * @param serverCa whom we trust instead of the JVM's
 */
@ConfigurationProperties(PulpSettings.PREFIX)
record PulpSettings(
        @Nullable URI serverUrl,
        @Nullable Path clientCertificate,
        @Nullable Path privateKey,
        @Nullable Path serverCa,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.pulp";

    private static final Settings SETTINGS = new Settings(PREFIX);

    PulpSettings {
        serverUrl = SETTINGS.address("server-url", serverUrl);
        SETTINGS.readable("client-certificate", "a PEM file with a certificate", clientCertificate);
        SETTINGS.readable("private-key", "a PEM file with a key", privateKey);
        SETTINGS.readable("server-ca", "a PEM file with certificates", serverCa);
        SETTINGS.check(
                "client-certificate",
                "a PEM file, for the private key",
                "nothing",
                privateKey == null || clientCertificate != null);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Optional<SSLContext> tls() {
        Path key = privateKey == null ? clientCertificate : privateKey;
        return new ClientCertificate(clientCertificate, key, serverCa)
                .context(PREFIX + ".client-certificate, .private-key, .server-ca");
    }
}
