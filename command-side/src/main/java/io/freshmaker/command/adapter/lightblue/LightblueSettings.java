package io.freshmaker.command.adapter.lightblue;

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
 * Where Lightblue is and how it is asked (docs/systems/lightblue.md). A wrong value stops the start with a sentence that names it.
 *
 * @param serverUrl what the paths {@code rest/data/…} lie under
 * @param repositoryVersion of the entity {@code containerRepository}; empty: what Lightblue takes by itself
 * @param imageVersion the same of {@code containerImage}
 * @param repositoriesAtOnce how many repositories are searched at once while Lightblue is quick
 * @param cacheAge how old repositories, and images that are asked for by NVR, may be
 * @param cachedImages how many images are remembered
 */
@ConfigurationProperties(LightblueSettings.PREFIX)
record LightblueSettings(
        @Nullable URI serverUrl,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @Nullable Path serverCa,
        @DefaultValue("") String repositoryVersion,
        @DefaultValue("") String imageVersion,
        @DefaultValue("20") int repositoriesAtOnce,
        @DefaultValue("20m") Duration cacheAge,
        @DefaultValue("200") int cachedImages,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("300s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.lightblue";

    private static final Settings SETTINGS = new Settings(PREFIX);

    LightblueSettings {
        serverUrl = SETTINGS.address("server-url", serverUrl);
        SETTINGS.readable("certificate", "a PEM file", certificate);
        SETTINGS.readable("private-key", "a PEM file", privateKey);
        SETTINGS.readable("server-ca", "a PEM file", serverCa);
        SETTINGS.certificateWithKey(certificate, privateKey);
        checkVersion("repository-version", repositoryVersion);
        checkVersion("image-version", imageVersion);
        SETTINGS.check("repositories-at-once", "at least 1", repositoriesAtOnce, repositoriesAtOnce >= 1);
        SETTINGS.check("cache-age", "a duration above zero", cacheAge, cacheAge.isPositive());
        SETTINGS.check("cached-images", "at least 1", cachedImages, cachedImages >= 1);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Optional<SSLContext> tls() {
        return new ClientCertificate(certificate, privateKey, serverCa)
                .context(PREFIX + ".certificate, .private-key, .server-ca");
    }

    private static void checkVersion(String name, String version) {
        SETTINGS.check(name, "a version like 0.0.12", version, version.matches("[A-Za-z0-9._-]*"));
    }
}
