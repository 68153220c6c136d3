package io.freshmaker.api.trigger;

/** MBS has built a module: it is ready. {@code build} is the id of the build in MBS. */
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
