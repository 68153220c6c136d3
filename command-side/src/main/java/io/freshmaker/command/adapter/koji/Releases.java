package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildRequest;
import java.util.Optional;

/** The release that a rebuild gets: that of the NVR that was chosen before it was asked for. */
final class Releases {

    private Releases() {}

    static Optional<String> of(BuildRequest request) {
        return Optional.ofNullable(request.rebuiltNvr()).map(nvr -> new Nvr(nvr).release());
    }
}
