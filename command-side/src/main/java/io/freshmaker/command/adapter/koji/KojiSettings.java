package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Koji is reached and what is asked of it (docs/systems/koji.md). A wrong value stops the start with a sentence that names it.
 *
 * @param hubUrl where the hub answers; null fails what needs it
 * @param webUrl of Koji's pages, for people
 * @param topUrl of Koji's files
 * @param owner whose tasks are ours; null: those of whom we log in as
 * @param imageTags whose newest images make up the catalog
 * @param catalogAge how old the answer to what these are may be
 */
@ConfigurationProperties(KojiSettings.PREFIX)
record KojiSettings(
        @Nullable URI hubUrl,
        @Nullable URI webUrl,
        @Nullable URI topUrl,
        @DefaultValue("none") Auth auth,
        @Nullable String principal,
        @Nullable Path keytab,
        @Nullable Path clientCertificate,
        @Nullable Path serverCa,
        @DefaultValue("false") boolean scratch,
        @Nullable String owner,
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("20") int maxBuilds,
        @DefaultValue List<String> imageTags,
        @DefaultValue("10m") Duration catalogAge,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.koji";

    private static final Settings SETTINGS = new Settings(PREFIX);

    /** How we say who we are. */
    enum Auth {
        NONE,
        SSL,
        KERBEROS
    }

    KojiSettings {
        imageTags = List.copyOf(imageTags);
        SETTINGS.check("hub-url", "an http or https address", hubUrl, hubUrl == null || isHttp(hubUrl));
        SETTINGS.check("poll-interval", "a duration above zero", pollInterval, pollInterval.isPositive());
        SETTINGS.check("catalog-age", "a duration above zero", catalogAge, catalogAge.isPositive());
        SETTINGS.check("max-builds", "at least 1", maxBuilds, maxBuilds >= 1);
        SETTINGS.readable("client-certificate", "a PEM file with a certificate and its key", clientCertificate);
        SETTINGS.readable("server-ca", "a PEM file with certificates", serverCa);
        SETTINGS.readable("keytab", "a keytab", keytab);
        SETTINGS.check(
                "client-certificate",
                "a PEM file, for auth=ssl",
                "nothing",
                auth != Auth.SSL || clientCertificate != null);
        SETTINGS.check(
                "principal", "a principal, for auth=kerberos", "nothing", auth != Auth.KERBEROS || principal != null);
        SETTINGS.check("keytab", "a keytab, for auth=kerberos", "nothing", auth != Auth.KERBEROS || keytab != null);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    private static boolean isHttp(URI uri) {
        return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    }
}
