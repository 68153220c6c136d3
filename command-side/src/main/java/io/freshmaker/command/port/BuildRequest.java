package io.freshmaker.command.port;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a build system is asked for. {@code eventNumber} and {@code buildNumber} are the ids of the API; {@code parents} what it
 * is built from: for an image NVRs, rebuilt ones where this plan rebuilds them, else the original ones; for a module the
 * names of the modules that it waited for.
 */
public record BuildRequest(
        BuildId build,
        int eventNumber,
        int buildNumber,
        Artifact artifact,
        Reason reason,
        @Nullable String rebuiltNvr,
        List<String> parents) {

    public BuildRequest {
        parents = List.copyOf(parents);
    }
}
