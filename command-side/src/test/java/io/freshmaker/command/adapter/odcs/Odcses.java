package io.freshmaker.command.adapter.odcs;

import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.Systems;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapters of ODCS for tests. */
final class Odcses {

    private Odcses() {}

    static OdcsComposes composes(URI url) {
        return composes(url, Systems.http("odcs"), settings(url, List.of(), null));
    }

    static OdcsComposes composes(URI url, Http http, OdcsSettings settings) {
        return new OdcsComposes(new OdcsApi(http, http, url), settings);
    }

    static OdcsSettings settings(URI url, List<String> sigkeys, @Nullable String owner) {
        Duration minute = Duration.ofMinutes(1);
        return new OdcsSettings(url, OdcsSettings.Auth.NONE, null, null, null, sigkeys, owner, minute, minute, 2, 4);
    }
}
