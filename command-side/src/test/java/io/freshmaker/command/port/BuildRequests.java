package io.freshmaker.command.port;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import java.time.Instant;
import java.util.List;

/** Requests for builds of images that were never built. */
public final class BuildRequests {

    public static final Source SOURCE = new Source("containers/shelf", "f40", "c0ffee", "f40-candidate");

    public static final Instant INTENDED = Instant.parse("2026-11-22T10:00:00Z");

    private BuildRequests() {}

    public static BuildId id(int number) {
        return new BuildId("build-" + number);
    }

    public static BuildRequest image(int number) {
        return of(number, Artifact.image(new Nvr("shelf-container-1-" + number), SOURCE));
    }

    /** The next attempt, after these. */
    public static BuildRequest again(int number, String... failed) {
        BuildRequest first = image(number);
        return new BuildRequest(
                first.build(),
                first.eventNumber(),
                first.buildNumber(),
                first.artifact(),
                first.reason(),
                "shelf-container-1-9.1700000001",
                first.parents(),
                INTENDED.plusSeconds(60),
                null,
                List.of(failed));
    }

    /** The same when the build system has taken it under that id. */
    public static BuildRequest taken(BuildRequest request, String id) {
        return new BuildRequest(
                request.build(),
                request.eventNumber(),
                request.buildNumber(),
                request.artifact(),
                request.reason(),
                request.rebuiltNvr(),
                request.parents(),
                request.intended(),
                id,
                request.failed());
    }

    /** One whose commit is not known yet. */
    public static BuildRequest module(int number) {
        Source source = new Source("modules/shelf" + number, "1.0", null, null);
        return of(number, Artifact.module("shelf" + number, "1.0", null, source));
    }

    public static BuildRequest of(int number, Artifact artifact) {
        Reason reason = Reason.of(ReasonCode.PARENT_REBUILT, "path", "base, shelf");
        return new BuildRequest(
                id(number),
                7,
                number,
                artifact,
                reason,
                "shelf-container-1-9.1700000000",
                List.of("base-2-1", "tools-3-4"),
                INTENDED,
                null,
                List.of());
    }
}
