package io.freshmaker.api.plan;

/** Why a build is in a plan, in the original's three words and numbers (spec §2.5). */
public enum RebuildReason {
    UNKNOWN,
    DIRECTLY_AFFECTED,
    DEPENDENCY
}
