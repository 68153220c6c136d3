package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.Systems;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapters of Lightblue for tests. */
final class Lightblues {

    private Lightblues() {}

    static LightblueMetadata metadata(FakeLightblue lightblue, Clock clock, Unpublished... exceptions) {
        return metadata(Systems.http("lightblue"), settings(lightblue.url()), clock, exceptions);
    }

    static LightblueMetadata metadata(Http http, LightblueSettings settings, Clock clock, Unpublished... exceptions) {
        LightblueApi api = new LightblueApi(http, settings);
        RepositorySettings repositories =
                new RepositorySettings(List.of("Generally Available", "Tech Preview", "Beta"), List.of(exceptions));
        return new LightblueMetadata(api, new LightblueRepositories(api, repositories), settings, clock);
    }

    static LightblueListings listings(FakeLightblue lightblue) {
        return listings(Systems.http("lightblue"), lightblue.url());
    }

    static LightblueListings listings(Http http, URI url) {
        return new LightblueListings(new LightblueApi(http, settings(url)));
    }

    static LightblueSettings settings(@Nullable URI url) {
        Duration minute = Duration.ofMinutes(1);
        return new LightblueSettings(
                url, null, null, null, "", "0.0.12", 20, Duration.ofMinutes(20), 100, minute, minute, 2, 4);
    }
}
