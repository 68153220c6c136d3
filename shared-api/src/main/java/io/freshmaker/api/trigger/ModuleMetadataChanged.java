package io.freshmaker.api.trigger;

/** The metadata of a module was pushed to dist-git. */
public record ModuleMetadataChanged(String module, String branch, String commit) implements Trigger {

    @Override
    public String searchKey() {
        return module + "/" + branch + "?#" + commit;
    }

    @Override
    public EventType eventType() {
        return EventType.GitModuleMetadataChangeEvent;
    }
}
