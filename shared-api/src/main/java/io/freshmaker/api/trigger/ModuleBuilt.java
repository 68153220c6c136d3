package io.freshmaker.api.trigger;

/** MBS has a module ready. {@code build} is the number of its build there. */
public record ModuleBuilt(String module, String stream, long build) implements Trigger {

    @Override
    public String searchKey() {
        return String.valueOf(build);
    }

    @Override
    public EventType eventType() {
        return EventType.MBSModuleStateChangeEvent;
    }
}
