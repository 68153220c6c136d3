package io.freshmaker.command.port;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a build system is asked for. {@code eventNumber} and {@code buildNumber} are the ids of the API; {@code parents} what it
 * is built from: for an image NVRs, rebuilt ones where this plan rebuilds them, else the original ones; for a module the
 * names of the modules that it waited for.
 *
 * @param rebuiltNvr what an image is to become in this attempt, where that is known beforehand
 * @param intended when this attempt was decided: it cannot have been submitted before
 * @param submission the id that the build system gave this attempt, once it is recorded
 * @param failed the ids of earlier attempts
 * @param preparation what else it is built with
 * @param composes the numbers of the composes that were made for it
 */
public record BuildRequest(
        BuildId build,
        int eventNumber,
        int buildNumber,
        Artifact artifact,
        Reason reason,
        @Nullable String rebuiltNvr,
        List<String> parents,
        Instant intended,
        @Nullable String submission,
        List<String> failed,
        Preparation preparation,
        List<Long> composes) {

    public BuildRequest {
        parents = List.copyOf(parents);
        failed = List.copyOf(failed);
        composes = List.copyOf(composes);
    }

    /** With nothing but its sources. */
    public BuildRequest(
            BuildId build,
            int eventNumber,
            int buildNumber,
            Artifact artifact,
            Reason reason,
            @Nullable String rebuiltNvr,
            List<String> parents,
            Instant intended,
            @Nullable String submission,
            List<String> failed) {
        this(
                build,
                eventNumber,
                buildNumber,
                artifact,
                reason,
                rebuiltNvr,
                parents,
                intended,
                submission,
                failed,
                Preparation.NONE,
                List.of());
    }

    /** The same with other numbers for its composes: those that were made for it, and those of the original build. */
    public BuildRequest withComposes(List<Long> made, List<Long> original) {
        Preparation with = new Preparation(
                preparation.arches(),
                preparation.flatpak(),
                preparation.isolated(),
                original,
                preparation.repositories(),
                preparation.composes(),
                preparation.advisory(),
                preparation.flaw(),
                preparation.bundle());
        return new BuildRequest(
                build,
                eventNumber,
                buildNumber,
                artifact,
                reason,
                rebuiltNvr,
                parents,
                intended,
                submission,
                failed,
                with,
                made);
    }

    /** 1 for the first. */
    public int attempt() {
        return failed.size() + 1;
    }
}
