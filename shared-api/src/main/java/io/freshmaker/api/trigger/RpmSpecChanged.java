package io.freshmaker.api.trigger;

/** A spec file of an RPM was pushed to dist-git. */
public record RpmSpecChanged(String rpm, String branch, String commit) implements Trigger {

    @Override
    public String searchKey() {
        return rpm + "/" + branch + "?#" + commit;
    }

    @Override
    public EventType eventType() {
        return EventType.GitRPMSpecChangeEvent;
    }
}
