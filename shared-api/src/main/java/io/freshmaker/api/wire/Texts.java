package io.freshmaker.api.wire;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
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
            case ADVISORY_FIXES -> advisoryFixes(reason);
            case REQUESTED ->
                "Somebody asked for it, as it was last built from branch %s.".formatted(reason.fact("branch"));
            case NEVER_BUILT_FROM_BRANCH ->
                ("One or more of the requested image was never built before for the requested branch: %s. Cannot build"
                                + " it, please change your request. Problematic images are {%s}")
                        .formatted(reason.fact("branch"), reason.fact("images"));
            case BUNDLE_IMAGES_SHIPPED -> bundleImagesShipped(reason);
            case BUNDLE_IMAGES_REBUILT ->
                "It refers to %s, which is rebuilt%s.".formatted(reason.fact("image"), firstOf(reason.fact("count")));
            case PULLSPECS_NOT_MANAGED ->
                "The build system did not write its pullspecs, so it cannot be told to replace any.";
            case NOT_A_BUNDLE -> "It is no operator bundle, as far as anybody knows.";
            case NOT_A_RELEASED_FLATPAK ->
                "The index of Flatpaks does not list it as released with a module of advisory %s."
                        .formatted(reason.fact("name"));
            case ALL_BUNDLES_REBUILT -> "All bundles have been rebuilt successfully by dependent events, skip.";
            case NO_NAMED_FLATPAKS ->
                ("None of the specified images are listed in flatpak index service as latest published images impacted"
                                + " by the advisory: %s.")
                        .formatted(reason.fact("images"));
            case NO_PULLSPEC_REPLACED -> "None of its pullspecs has a digest that is replaced.";
            case NO_CSV ->
                "CSV data is not available: name '%s', version '%s'."
                        .formatted(reason.fact("name"), reason.fact("version"));
            case ADVISORY_HAS_NO_IMAGES ->
                "Advisory %s has no container images, but: %s."
                        .formatted(reason.fact("advisory"), reason.fact("content_types"));
            case NO_PUBLISHED_ORIGINALS -> "Can't find any published original builds for images in advisory.";
            case NO_ORIGINAL_DIGESTS ->
                "None of the original images have digests in Pyxis: %s".formatted(reason.fact("images"));
            case NO_REBUILT_DIGESTS ->
                "None of the rebuilt images have digests in Pyxis: %s".formatted(reason.fact("images"));
            case NO_BUNDLES -> "No bundle image is impacted by %s, skip.".formatted(reason.fact("advisory"));
            case INVALID_OPENSHIFT_VERSIONS -> "Original image has invalid openshift versions range";
            case HOTFIX -> "It is a hotfix image, which is never rebuilt.";
            case ALREADY_REBUILT ->
                "It was rebuilt for advisory %s already, as %s (event %s)."
                        .formatted(reason.fact("advisory"), reason.fact("rebuilt"), reason.fact("event"));
            case OTHER_MODULE_STREAM ->
                "It contains %s, which is not of the same module as %s of advisory %s."
                        .formatted(reason.fact("contained"), reason.fact("updated"), reason.fact("advisory"));
            case OTHER_CONTENT_SETS ->
                "It has none of the content sets that advisory %s is shipped in.".formatted(reason.fact("advisory"));
            case NO_AUTO_REBUILD_TAG ->
                "It has none of the tags for automatic rebuilds of %s: %s."
                        .formatted(reason.fact("repository"), reason.fact("tags"));
            case NOT_LATEST -> "%s is rebuilt in its place.".formatted(reason.fact("instead"));
            case FIXED_ELSEWHERE -> "%s is fixed already and is used in its place.".formatted(reason.fact("fixed"));
            case ADVISORY_NOT_ALLOWED ->
                "Errata advisory %s is not allowed by internal policy to trigger rebuilds."
                        .formatted(reason.fact("advisory"));
            case ADVISORY_IN_WORK ->
                "Event %s rebuilds for advisory %s already.".formatted(reason.fact("event"), reason.fact("advisory"));
            case ADVISORY_HAS_NO_RPMS ->
                "Advisory %s has no RPMs or modules, but: %s."
                        .formatted(reason.fact("advisory"), reason.fact("content_types"));
            case NO_IMAGES -> "No container images to rebuild for advisory '%s'".formatted(reason.fact("name"));
            case UNKNOWN_ADVISORY -> "Unknown Errata advisory %s".formatted(reason.fact("advisory"));
            case CANNOT_RESOLVE -> "Cannot resolve the container image: %s".formatted(reason.fact("error"));
            case NO_BASE_IMAGE_REPOSITORY ->
                "%s is a base image, but extra image repo for it is not specified in the Freshmaker configuration."
                        .formatted(reason.fact("image"));
            case UNKNOWN_PARENT ->
                "Couldn't find parent image %s. Pyxis data is probably incomplete".formatted(reason.fact("parent"));
            case DIFFERENT_TAGS ->
                "Packages for errata advisory %s found in multiple different tags.".formatted(reason.fact("advisory"));
            case NOT_LATEST_IN_TAG ->
                "None of builds %s of advisory %s is the latest build in its candidate tag."
                        .formatted(reason.fact("builds"), reason.fact("advisory"));
            case COMPOSE_FAILED -> "ODCS compose %s is in failed state.".formatted(reason.fact("compose"));
            case COMPOSE_REFUSED -> "ODCS refused a compose that it needs: %s".formatted(reason.fact("error"));
            case COMPOSE_TIMED_OUT ->
                "A compose that it needs did not come until %s.".formatted(reason.fact("deadline"));
            case DIGESTS_TIMED_OUT ->
                "Nobody knew the digests of the rebuilt images for a day: %s".formatted(reason.fact("images"));
            case NOT_FIXED ->
                "The following RPMs in container build (%s) do not match with the latest RPMs in advisory (%s):\n%s"
                        .formatted(reason.fact("nvr"), reason.fact("advisory"), reason.fact("names"));
            case VERIFICATION_TIMED_OUT ->
                "Nobody could say what container build %s contains: %s"
                        .formatted(reason.fact("nvr"), reason.fact("error"));
            case MODULE_BUILT ->
                "It is built with module %s:%s, of which there is a new build (%s)."
                        .formatted(reason.fact("module"), reason.fact("stream"), reason.fact("built"));
            case MODULE_CYCLE ->
                "It was rebuilt already in this chain, which is a cycle: %s.".formatted(reason.fact("cycle"));
            case REQUIREMENT_UPDATED ->
                "It is built with %s, of which %s brings %s."
                        .formatted(reason.fact("rpm"), reason.fact("update"), reason.fact("updated"));
            case REQUIREMENT_CYCLE ->
                "What it is built with is built with it, which is a cycle: %s.".formatted(reason.fact("cycle"));
            case UPDATED_ITSELF ->
                "It comes with %s itself, as %s.".formatted(reason.fact("update"), reason.fact("updated"));
            case OWN_REBUILD ->
                "%s is our own rebuild %s of event %s, which rebuilds what is built with it."
                        .formatted(reason.fact("updated"), reason.fact("build_number"), reason.fact("event"));
            case PARENT_REBUILT -> "It is built from what is rebuilt: %s.".formatted(reason.fact("path"));
            case NOT_ALLOWED ->
                "It is not allowed by internal policy to be rebuilt: no allow rule for %s matches (%s)."
                        .formatted(reason.fact("handler"), reason.fact("place"));
            case BLOCKED ->
                "It is not allowed by internal policy to be rebuilt: blocked by %s (%s)."
                        .formatted(reason.fact("rule"), reason.fact("place"));
            case NOT_OLDER -> notOlder(reason);
            case NO_CANDIDATES -> "No artifacts to rebuild for '%s'.".formatted(reason.fact("what"));
            case NO_FLATPAKS -> "No images are impacted by the advisory.";
            case NO_TAGGED_FLATPAKS -> "No images impacted by the advisory are enabled for auto rebuild.";
            case NO_OLDER_FLATPAKS -> "Images are no longer impacted by the advisory.";
            case ALL_DECLINED -> "None of %s candidates is rebuilt: each was declined.".formatted(reason.fact("count"));
            case PLAN_HAS_CYCLE -> "The plan has a cycle: %s.".formatted(reason.fact("cycle"));
            case PLANNING_FAILED -> "Handling of event failed with traceback: %s".formatted(reason.fact("error"));
            case PLANNING_REFUSED -> "The rebuild cannot be planned: %s".formatted(reason.fact("error"));
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
        boolean bundles =
                fact.builds().stream().allMatch(build -> build.preparation().bundle() != null);
        String what = bundles ? "bundle images" : images ? "container images" : "artifacts";
        return "Rebuilding %d %s.".formatted(fact.builds().size(), what);
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

    static String verifying(ArtifactBuildBuilt fact) {
        return "Looking at what %s contains.".formatted(fact.nvr());
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

    /** Of many images the first is named. */
    private static String bundleImagesShipped(Reason reason) {
        return "It refers to %s, which advisory %s ships as %s%s."
                .formatted(
                        reason.fact("original"),
                        reason.fact("name"),
                        reason.fact("rebuilt"),
                        firstOf(reason.fact("count")));
    }

    private static String firstOf(String count) {
        return count.isEmpty() || count.equals("1") ? "" : ", the first of %s".formatted(count);
    }

    /** What an image contains is not always known. */
    private static String advisoryFixes(Reason reason) {
        String contained = reason.fact("contained");
        return contained.isEmpty()
                ? "Nobody knows what it contains, so it may need advisory %s.".formatted(reason.fact("name"))
                : "It contains %s, which advisory %s updates to %s."
                        .formatted(contained, reason.fact("name"), reason.fact("updated"));
    }

    /** An image that somebody named may have none of the RPMs at all. */
    private static String notOlder(Reason reason) {
        String contained = reason.fact("contained");
        return contained.isEmpty()
                ? "It contains no RPM that %s updates.".formatted(reason.fact("update"))
                : "It contains %s, which is not older than %s of %s."
                        .formatted(contained, reason.fact("updated"), reason.fact("update"));
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
