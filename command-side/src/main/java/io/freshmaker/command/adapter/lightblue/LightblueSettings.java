package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.command.outside.ClientCertificate;
import io.freshmaker.command.outside.Politeness;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    LightblueSettings {
        serverUrl = checked("server-url", serverUrl);
        checkFile("certificate", certificate);
        checkFile("private-key", privateKey);
        checkFile("server-ca", serverCa);
        check("private-key", "a PEM file, for a certificate", "nothing", certificate == null || privateKey != null);
        check("certificate", "a PEM file, for a private key", "nothing", privateKey == null || certificate != null);
        checkVersion("repository-version", repositoryVersion);
        checkVersion("image-version", imageVersion);
        check("repositories-at-once", "at least 1", repositoriesAtOnce, repositoriesAtOnce >= 1);
        check("cache-age", "a duration above zero", cacheAge, cacheAge.isPositive());
        check("cached-images", "at least 1", cachedImages, cachedImages >= 1);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Optional<SSLContext> tls() {
        return new ClientCertificate(certificate, privateKey, serverCa)
                .context(PREFIX + ".certificate, .private-key, .server-ca");
    }

    private static @Nullable URI checked(String name, @Nullable URI url) {
        if (url == null || url.toString().isEmpty()) return null;
        boolean isHttp = url.getHost() != null && List.of("http", "https").contains(url.getScheme());
        check(name, "an http or https address", url, isHttp);
        return url;
    }

    private static void checkVersion(String name, String version) {
        check(name, "a version like 0.0.12", version, version.matches("[A-Za-z0-9._-]*"));
    }

    private static void checkFile(String name, @Nullable Path file) {
        check(name, "a PEM file", file + ", which cannot be read", file == null || Files.isReadable(file));
    }

    private static void check(String name, String expected, @Nullable Object found, boolean good) {
        if (!good)
            throw new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(PREFIX, name, expected, found));
    }
}
