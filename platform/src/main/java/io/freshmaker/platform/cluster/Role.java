package io.freshmaker.platform.cluster;

/** What a process does with commands. */
public enum Role {
    /** It is alone: it handles what it sends. */
    NONE,
    /** It handles commands, of its own and of others. */
    HANDLER,
    /** It only sends them. */
    SENDER
}
