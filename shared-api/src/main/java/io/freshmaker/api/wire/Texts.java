package io.freshmaker.api.wire;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reasons as sentences: the original's own where it has one (spec §2.3, §2.9, §7.10), for the API and the messages. */
public final class Texts {

    private Texts() {}

    /** A reason as one English sentence. */
    public static String of(Reason reason) {
        return switch (reason.code()) {
            case RPM_SPEC_CHANGED ->
                "Spec file of RPM %s changed on branch %s (%s)."
                        .formatted(reason.fact("rpm"), reason.fact("branch"), reason.fact("commit"));
            case MODULE_METADATA_CHANGED ->
                "Its metadata changed on branch %s (%s).".formatted(reason.fact("branch"), reason.fact("commit"));
            case DOCKERFILE_CHANGED ->
                "Its Dockerfile changed on branch %s (%s).".formatted(reason.fact("branch"), reason.fact("commit"));
            case RPM_UPDATED -> rpmUpdated(reason);
            case MODULE_BUILT ->
                "It is built with module %s:%s, of which there is a new build (%s)."
                        .formatted(reason.fact("module"), reason.fact("stream"), reason.fact("built"));
            case MODULE_CYCLE ->
                "It was rebuilt already in this chain, which is a cycle: %s.".formatted(reason.fact("cycle"));
            case PARENT_REBUILT -> "It is built from what is rebuilt: %s.".formatted(reason.fact("path"));
            case NOT_ALLOWED ->
                "It is not allowed by internal policy to be rebuilt: no allow rule for %s matches (%s)."
                        .formatted(reason.fact("handler"), reason.fact("place"));
            case BLOCKED ->
                "It is not allowed by internal policy to be rebuilt: blocked by %s (%s)."
                        .formatted(reason.fact("rule"), reason.fact("place"));
            case NOT_OLDER ->
                "It contains %s, which is not older than %s of %s."
                        .formatted(reason.fact("contained"), reason.fact("updated"), reason.fact("update"));
            case NO_CANDIDATES -> "No artifacts to rebuild for '%s'.".formatted(reason.fact("what"));
            case ALL_DECLINED -> "None of %s candidates is rebuilt: each was declined.".formatted(reason.fact("count"));
            case PLAN_HAS_CYCLE -> "The plan has a cycle: %s.".formatted(reason.fact("cycle"));
            case PLANNING_FAILED -> "Handling of event failed with traceback: %s".formatted(reason.fact("error"));
            case PLANNING_TIMED_OUT -> "Planning timed out: %s".formatted(reason.fact("error"));
            case BUILD_FAILED -> buildFailed(reason);
            case SUBMISSION_REFUSED -> "The build system refused it: %s".formatted(reason.fact("error"));
            case SUBMISSION_TIMED_OUT -> "The build system could not be reached: %s".formatted(reason.fact("error"));
            case DEPENDENCY_FAILED -> "Cannot build artifact, because its dependency cannot be built.";
            case EVENT_CANCELED -> "Build canceled before running on external build system.";
            case CANCELED_EXTERNALLY -> "Build canceled in external build system.";
        };
    }

    static String rebuilding(RebuildPlanned fact) {
        boolean images =
                fact.builds().stream().allMatch(build -> build.artifact().type() == ArtifactType.IMAGE);
        return "Rebuilding %d %s.".formatted(fact.builds().size(), images ? "container images" : "artifacts");
    }

    /** The original says "Advisory" for every type of Event (spec §2.9). */
    static String complete(String searchKey, Tally tally) {
        if (tally.failed() == 0 && tally.canceled() == 0) {
            return "Advisory %s: All %d container images have been rebuilt.".formatted(searchKey, tally.done());
        }
        String canceled = tally.canceled() == 0 ? "." : ", %d canceled.".formatted(tally.canceled());
        return "Advisory %s: %d of %d container image(s) failed to rebuild%s"
                .formatted(searchKey, tally.failed(), tally.settled(), canceled);
    }

    /** Facts and messages hold no name; null where it is not known, which the original writes as None. */
    static String canceled(int eventNumber, @Nullable String user) {
        return "Event id %d requested for canceling by user %s".formatted(eventNumber, user == null ? "None" : user);
    }

    static String canceled(ArtifactBuildCanceled fact) {
        boolean stopped = fact.running() && fact.reason().code() == ReasonCode.EVENT_CANCELED;
        return stopped ? "Build canceled in external build system." : of(fact.reason());
    }

    static String building(String typeName) {
        boolean image = typeName.equals(ArtifactType.IMAGE.name());
        return "Building %s.".formatted(image ? "container image" : typeName.toLowerCase(Locale.ROOT));
    }

    static String retrying(ArtifactBuildRetried fact) {
        return "Retrying failed build %s".formatted(fact.failedSubmission());
    }

    /** Of an image it is known which RPM it contains, of a module only what it is made of. */
    private static String rpmUpdated(Reason reason) {
        String contained = reason.fact("contained");
        return contained.isEmpty()
                ? "Its component %s is updated to %s by %s."
                        .formatted(reason.fact("rpm"), reason.fact("updated"), reason.fact("update"))
                : "It contains %s, which %s updates to %s."
                        .formatted(contained, reason.fact("update"), reason.fact("updated"));
    }

    /** A program ends with a status and a last line; other build systems say what went wrong. */
    private static String buildFailed(Reason reason) {
        if (reason.fact("status").isEmpty()) return "Failed to build: " + reason.fact("error");
        String status = reason.fact("task").isEmpty()
                ? "Failed to build: exit status %s".formatted(reason.fact("status"))
                : "Failed to build in Koji";
        String lastLine = reason.fact("last_line");
        return lastLine.isEmpty() ? status + "." : status + ": " + lastLine;
    }
}
