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
    /** Planned: it is built from artifacts that are rebuilt. Facts: path, the artifacts from the cause down to this one. */
    PARENT_REBUILT,

    /** Declined: no allow rule matches. Facts: handler, rule (the section that was asked, or "none"), place. */
    NOT_ALLOWED,
    /** Declined: a block rule matches. Facts: handler, rule, place (file and line). */
    BLOCKED,
    /** Declined: what was rebuilt because of it led to it again. Facts: cycle, the modules on it. */
    MODULE_CYCLE,
    /** Declined: none of its RPMs is older than the update's. Facts: update, rpm, contained, updated. */
    NOT_OLDER,

    /** Skipped: nothing contains what changed. Facts: what. */
    NO_CANDIDATES,
    /** Skipped: every candidate was declined. Facts: count. */
    ALL_DECLINED,
    /** Failed: the plan has a cycle. Facts: cycle, the artifacts on it. */
    PLAN_HAS_CYCLE,
    /** Failed: a handler broke. Facts: error. */
    PLANNING_FAILED,
    /** Failed: the systems that know the artifacts did not answer in time. Facts: error. */
    PLANNING_TIMED_OUT,

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
