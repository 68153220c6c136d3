package io.freshmaker.command.adapter.pyxis;

import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.Systems;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapters of Pyxis for tests. */
final class Pyxises {

    static final List<String> CATEGORIES = List.of("Generally Available", "Tech Preview", "Beta");

    private Pyxises() {}

    static PyxisMetadata metadata(FakePyxis pyxis) {
        return metadata(pyxis, Clock.systemUTC());
    }

    static PyxisMetadata metadata(FakePyxis pyxis, Clock clock, Unpublished... exceptions) {
        return metadata(
                Systems.http("pyxis"),
                settings(pyxis.graphQl(), pyxis.server().url("")),
                new RepositorySettings(CATEGORIES, List.of(exceptions)),
                clock);
    }

    static PyxisMetadata metadata(Http http, PyxisSettings settings, RepositorySettings repositories, Clock clock) {
        GraphQl graphQl = new GraphQl(http, settings.graphqlUrl());
        return new PyxisMetadata(
                graphQl,
                new Rest(http, settings.serverUrl()),
                new PyxisRepositories(graphQl, repositories, settings.pageSize()),
                settings,
                clock);
    }

    static PyxisListings listings(FakePyxis pyxis) {
        return listings(Systems.http("pyxis"), pyxis.graphQl());
    }

    static PyxisListings listings(Http http, URI graphQl) {
        return new PyxisListings(new GraphQl(http, graphQl), 200);
    }

    /** Of the index images of one organization, {@code redhat}. */
    static PyxisBundles bundles(FakePyxis pyxis) {
        return bundles(pyxis, new IndexImages(List.of("redhat"), List.of()));
    }

    static PyxisBundles bundles(FakePyxis pyxis, IndexImages indexImages) {
        return new PyxisBundles(new Rest(Systems.http("pyxis"), pyxis.server().url("")), indexImages);
    }

    static PyxisSettings settings(@Nullable URI graphQl, @Nullable URI server) {
        Duration minute = Duration.ofMinutes(1);
        return new PyxisSettings(
                graphQl,
                server,
                null,
                null,
                null,
                null,
                null,
                200,
                50,
                20,
                Duration.ofMinutes(20),
                100,
                minute,
                minute,
                2,
                4);
    }
}
