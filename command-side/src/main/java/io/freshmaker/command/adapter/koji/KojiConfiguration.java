package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.outside.CatalogIs;
import io.freshmaker.command.outside.FollowedTags;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.KerberosIdentity;
import io.freshmaker.command.outside.OutsideSystems;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Settings;
import io.freshmaker.command.port.DistGit;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Koji: builds where {@code freshmaker.build.system=koji-mbs}, knows images where {@code freshmaker.catalog=mbs-koji}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KojiSettings.class)
class KojiConfiguration {

    @Bean
    KojiHub kojiHub(OutsideSystems systems, KojiSettings settings) {
        Politeness politeness = settings.politeness();
        Http http = new Http(
                systems.system("koji", politeness),
                politeness,
                KojiTls.of(settings).orElse(null));
        return new KojiHub(new HubLine(http, settings.hubUrl()), login(settings));
    }

    @Bean
    KojiTags kojiTags(KojiHub hub) {
        return new KojiTags(hub);
    }

    @Bean
    KojiTagSource kojiTagSource(KojiTags tags, FollowedTags followed) {
        return new KojiTagSource(tags, followed.followedTags());
    }

    @Bean
    @ConditionalOnProperty(name = "freshmaker.build.system", havingValue = "koji-mbs")
    KojiBuildSystem kojiBuildSystem(
            KojiHub hub,
            KojiSettings settings,
            DistGit distGit,
            @Value("${freshmaker.dist-git.base-url:}") String sources,
            @Value("${freshmaker.root-url:}") @Nullable URI root) {
        URI ourselves = new Settings("freshmaker").address("root-url", root);
        Sources from = new Sources(sources);
        return new KojiBuildSystem(
                hub,
                new ContainerOrder(hub, distGit, from, ourselves, settings.scratch()),
                new PackageOrder(distGit, from, settings.scratch()),
                settings);
    }

    /** Of what is only rehearsed, and of scratch builds, Koji has no content. */
    @Bean
    @ConditionalOnProperty(name = "freshmaker.build.system", havingValue = "koji-mbs")
    @ConditionalOnBooleanProperty(name = "freshmaker.dry-run", havingValue = false, matchIfMissing = true)
    @ConditionalOnBooleanProperty(name = "freshmaker.koji.scratch", havingValue = false, matchIfMissing = true)
    KojiBuiltContent kojiBuiltContent(KojiHub hub) {
        return new KojiBuiltContent(hub);
    }

    @Bean
    @ConditionalOnProperty(name = "freshmaker.catalog", havingValue = "mbs-koji")
    KojiImages kojiImages(KojiHub hub, KojiTags tags, KojiSettings settings, Clock clock) {
        return new KojiImages(tags, new ImageLookup(hub), settings.imageTags(), settings.catalogAge(), clock);
    }

    @Bean
    @CatalogIs({"mbs-koji", "lightblue", "pyxis"})
    KojiUpdates kojiUpdates(KojiHub hub) {
        return new KojiUpdates(hub);
    }

    /** The catalog file knows itself how its images were built. */
    @Bean
    @ConditionalOnExpression("!'${freshmaker.catalog:file}'.equals('file')")
    KojiImageBuilds kojiImageBuilds(KojiHub hub) {
        return new KojiImageBuilds(hub);
    }

    /** Where bundles are known. */
    @Bean
    @CatalogIs("pyxis")
    KojiBundleManifests kojiBundleManifests(KojiHub hub) {
        return new KojiBundleManifests(hub);
    }

    /** Asked only whether a build is ours. */
    @Bean
    @ConditionalOnProperty(name = "freshmaker.build.system", havingValue = "koji-mbs")
    BuiltPackages builtPackages(KojiHub hub) {
        return new BuiltPackages(hub);
    }

    /** Where there is an index that learns of them. */
    @Bean
    @CatalogIs({"lightblue", "pyxis"})
    BuiltImages builtImages(KojiHub hub) {
        return new BuiltImages(hub);
    }

    @Bean
    KojiModuleBuilds kojiModuleBuilds(KojiHub hub) {
        return new KojiModuleBuilds(hub);
    }

    @Bean
    KojiImagePackages kojiImagePackages(KojiHub hub) {
        return new KojiImagePackages(hub);
    }

    private static Login login(KojiSettings settings) {
        return switch (settings.auth()) {
            case NONE -> Login.NONE;
            case SSL -> Login.byCertificate();
            case KERBEROS -> Login.byKerberos(tickets(settings));
        };
    }

    private static Supplier<Headers> tickets(KojiSettings settings) {
        KerberosIdentity identity = new KerberosIdentity(
                Objects.requireNonNull(settings.principal()), Objects.requireNonNull(settings.keytab()));
        String host = host(settings.hubUrl());
        return () -> Headers.NONE.with("Authorization", identity.authorization(host));
    }

    /** Nobody is asked for a ticket while there is no address. */
    private static String host(@Nullable URI hub) {
        return hub == null ? "" : hub.getHost();
    }
}
