package io.freshmaker.api.trigger;

import java.util.List;

/**
 * A Bodhi update went stable. {@code builds} are the NVRs of its (source) builds, {@code releaseBranch} e.g. {@code f25}. Either
 * is empty where the message left it out: Bodhi knows it, and has to be asked by the update's id before anything is planned.
 */
public record UpdateStable(String update, List<String> builds, String releaseBranch) implements Trigger {

    public UpdateStable {
        builds = List.copyOf(builds);
    }

    @Override
    public String searchKey() {
        return update;
    }

    @Override
    public EventType eventType() {
        return EventType.BodhiUpdateCompleteStableEvent;
    }
}
