package io.freshmaker.api.reason;

/** Why. The name is stored and published; what each fact in a {@link Reason} means is said here. */
public enum ReasonCode {
    /** Planned: the spec file of a component was pushed. Facts: rpm, branch, commit. */
    RPM_SPEC_CHANGED,
    /** Planned: its own metadata was pushed. Facts: branch, commit. */
    MODULE_METADATA_CHANGED,
    /** Planned: its own Dockerfile was pushed. Facts: branch, commit. */
    DOCKERFILE_CHANGED,
    /** Planned: it contains an older RPM than an update, or a module's component is updated. Facts: update, rpm, contained (images), updated. */
    RPM_UPDATED,
    /**
     * Planned: a module that it is built with was built. Facts: module, stream, built (the number of the build in MBS); where we
     * built that: cause (the build), cause_id (its number), cause_name, cause_event (the number of its Event).
     */
    MODULE_BUILT,
    /** Planned: a package that it is built with has a new build. Facts: update, rpm, updated (NVR). */
    REQUIREMENT_UPDATED,
    /** Planned: it is built from artifacts that are rebuilt. Facts: path, the artifacts from the cause down to this one. */
    PARENT_REBUILT,

    /** Planned: it contains an older RPM than an advisory. Facts: advisory (its number), name, rpm, contained, updated; the last three are missing where nobody knows what it contains. */
    ADVISORY_FIXES,

    /** Planned: somebody asked for it, as it was last built from a branch. Facts: branch. */
    REQUESTED,
    /** Planned: a bundle that refers to images which an advisory ships anew. Facts: advisory (its number), name, original and rebuilt (NVRs of the first), count. */
    BUNDLE_IMAGES_SHIPPED,
    /** Planned: a bundle that refers to images which are rebuilt before it. Facts: image (NVR of the first), count. */
    BUNDLE_IMAGES_REBUILT,

    /** Declined: no allow rule matches. Facts: handler, rule (the section that was asked, or "none"), place. */
    NOT_ALLOWED,
    /** Declined: a block rule matches. Facts: handler, rule, place (file and line). */
    BLOCKED,
    /** Declined: what was rebuilt because of it led to it again. Facts: cycle, the modules on it. */
    MODULE_CYCLE,
    /** Declined: what it is built with is, by whatever way, built with it, so nobody knows which to build first. Facts: cycle, the packages on it. */
    REQUIREMENT_CYCLE,
    /** Declined: it comes with a new build itself. Facts: update, updated (NVR). */
    UPDATED_ITSELF,
    /** Declined: the new build of what it is built with is our own rebuild, whose Event rebuilds all that is built with that. Facts: updated (NVR), build (id), build_number, event (number). */
    OWN_REBUILD,
    /** Declined: none of its RPMs is older than the update's. Facts: update, rpm, contained, updated; only the first where it has no such RPM. */
    NOT_OLDER,

    /** Declined: it has the label com.redhat.hotfix. No facts. */
    HOTFIX,
    /** Declined: it was rebuilt for the same advisory before. Facts: advisory, event and build (their numbers), rebuilt (NVR). */
    ALREADY_REBUILT,
    /** Declined: it has RPMs of these names only in another module stream, or not of a module. Facts: advisory, rpm, contained, updated. */
    OTHER_MODULE_STREAM,
    /** Declined: it gets nothing from a content set that the advisory is in. Facts: advisory, content_sets (of the image). */
    OTHER_CONTENT_SETS,
    /** Declined: it has no tag of its repository for automatic rebuilds. Facts: repository, tags (that have to be there). */
    NO_AUTO_REBUILD_TAG,
    /** Declined: a later release of the same image is rebuilt in its place. Facts: instead (NVR). */
    NOT_LATEST,
    /** Declined: what it is built from is fixed elsewhere already, so it needs no rebuild itself. Facts: fixed (NVR). */
    FIXED_ELSEWHERE,

    /** Declined: somebody named it, and it is no operator bundle, as far as anybody knows. No facts. */
    NOT_A_BUNDLE,
    /** Declined: somebody named it, and it is not released as a Flatpak with a module of the advisory. Facts: name (of the advisory). */
    NOT_A_RELEASED_FLATPAK,
    /** Declined: a bundle whose pullspecs the build system did not write, so it cannot be told others. No facts. */
    PULLSPECS_NOT_MANAGED,
    /** Declined: none of the bundle's pullspecs has one of the digests that are replaced. No facts. */
    NO_PULLSPEC_REPLACED,
    /** Declined: nobody says what the bundle's ClusterServiceVersion is called, or its version is none. Facts: name, version; each may be empty. */
    NO_CSV,

    /** Skipped: rules let the advisory rebuild nothing. Facts: advisory, handler, rule, place. */
    ADVISORY_NOT_ALLOWED,
    /** Skipped: an earlier Event rebuilds or rebuilt for the same advisory. Facts: advisory, event (its number). */
    ADVISORY_IN_WORK,
    /** Skipped: the advisory fixes nothing that we look for. Facts: advisory, content_types. */
    ADVISORY_HAS_NO_RPMS,
    /** Skipped: no image contains what the advisory fixes. Facts: advisory, name. */
    NO_IMAGES,
    /** Skipped: no Flatpak is released with a module of the advisory. Facts: name. */
    NO_FLATPAKS,
    /** Skipped: none of these Flatpaks has a tag for automatic rebuilds. Facts: name. */
    NO_TAGGED_FLATPAKS,
    /** Skipped: none of these Flatpaks contains an older RPM. Facts: name. */
    NO_OLDER_FLATPAKS,
    /** Skipped: nobody knows the advisory. Facts: advisory. */
    UNKNOWN_ADVISORY,

    /** Skipped: the advisory ships no images. Facts: advisory, content_types. */
    ADVISORY_HAS_NO_IMAGES,
    /** Skipped: none of the images of an advisory was rebuilt by us from one that customers have. Facts: advisory. */
    NO_PUBLISHED_ORIGINALS,
    /** Skipped: nobody knows the digests of what the images of an advisory were rebuilt from. Facts: images (NVRs). */
    NO_ORIGINAL_DIGESTS,
    /** Skipped: nobody knows the digests of the images of an advisory. Facts: images (NVRs). */
    NO_REBUILT_DIGESTS,
    /** Skipped: no bundle refers to what the images of an advisory were rebuilt from. Facts: advisory. */
    NO_BUNDLES,

    /** Skipped: all bundles were rebuilt by the Event that the request builds upon. Facts: advisory. */
    ALL_BUNDLES_REBUILT,
    /** Skipped: none of the Flatpaks that somebody named is released with a module of the advisory. Facts: images (NVRs). */
    NO_NAMED_FLATPAKS,

    /** Skipped: nothing contains what changed. Facts: what. */
    NO_CANDIDATES,
    /** Skipped: every candidate was declined. Facts: count. */
    ALL_DECLINED,
    /** Failed: the plan, or what is known of an image's parents, has a cycle. Facts: cycle, the artifacts on it. */
    PLAN_HAS_CYCLE,
    /** Failed: a handler broke. Facts: error. */
    PLANNING_FAILED,
    /** Failed: a system that planning needs is not set, or refuses, and would again. Facts: error, a sentence that names it. */
    PLANNING_REFUSED,
    /** Failed: some of the images that somebody asked for were never built from the branch. Facts: branch, images (names). */
    NEVER_BUILT_FROM_BRANCH,
    /** Failed: the systems that know the artifacts did not answer in time. Facts: error. */
    PLANNING_TIMED_OUT,

    /** Failed: nobody knows how to build it. Facts: nvr, error. */
    CANNOT_RESOLVE,
    /** Failed: it is a base image, and no setting says which repository it gets packages from. Facts: image (name-version). */
    NO_BASE_IMAGE_REPOSITORY,
    /** Failed: the bundle's label com.redhat.openshift.versions names versions one by one. Facts: versions. */
    INVALID_OPENSHIFT_VERSIONS,
    /** Failed: it is built from an image that nobody knows. Facts: parent (NVR). */
    UNKNOWN_PARENT,
    /** Failed: the advisory's builds have no tag in common, so no compose can be made. Facts: advisory, tags. */
    DIFFERENT_TAGS,
    /** Failed: none of the advisory's builds is the latest with its candidate tag. Facts: advisory, builds. */
    NOT_LATEST_IN_TAG,
    /** Failed: ODCS could not make a compose that it needs. Facts: compose (number there), error. */
    COMPOSE_FAILED,
    /** Failed: ODCS refuses to make a compose that it needs, and would again. Facts: error. */
    COMPOSE_REFUSED,
    /** Failed: a compose that it needs did not come in time. Facts: compose (number there, may be empty), deadline. */
    COMPOSE_TIMED_OUT,
    /** Failed: nobody knew the digests of images that a bundle waited for, for a day. Facts: images (NVRs). */
    DIGESTS_TIMED_OUT,
    /** Failed: it was built and does not contain the advisory's RPMs. Facts: nvr, advisory, wrong (arch/NVR, comma-separated), names. */
    NOT_FIXED,
    /** Failed: it was built, and nobody could say what it contains. Facts: nvr, error. */
    VERIFICATION_TIMED_OUT,

    /** Failed: the build system says so. Facts: status and last_line of a program; error of MBS; of Koji also task. */
    BUILD_FAILED,
    /** Failed: the build system refuses it, and would again. Facts: error. */
    SUBMISSION_REFUSED,
    /** Failed: the build system could not be reached in time. Facts: error. */
    SUBMISSION_TIMED_OUT,
    /** Failed or canceled: a parent cannot be built. Facts: culprit, the artifact that failed first. */
    DEPENDENCY_FAILED,
    /** Canceled: the Event was. No facts. */
    EVENT_CANCELED,
    /** Canceled: in the build system, not by us. Facts: as the system gives them. */
    CANCELED_EXTERNALLY
}
