package io.freshmaker.query.role;

/** What somebody may be (spec §10.8). */
public enum Role {
    ADMIN("admin"),
    MANUAL_REBUILDER("manual_rebuilder"),
    ASYNC_REBUILDER("freshmaker_async_rebuilders");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** The original's name, as refusals say it. */
    @Override
    public String toString() {
        return text;
    }
}
