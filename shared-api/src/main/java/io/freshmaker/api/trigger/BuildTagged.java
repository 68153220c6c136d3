package io.freshmaker.api.trigger;

/** A build, an NVR, got a Koji tag that is followed; {@code branch} is the dist-git branch that the settings name for the tag. */
public record BuildTagged(String build, String tag, String branch) implements Trigger {

    @Override
    public String searchKey() {
        return tag + "/" + build;
    }

    @Override
    public EventType eventType() {
        return EventType.KojiBuildTaggedEvent;
    }
}
