package io.freshmaker.api.trigger;

import java.util.List;

/**
 * Somebody wants images rebuilt for an advisory (spec §10.5).
 *
 * @param advisory its number in the Errata Tool
 * @param images NVRs of the images that he wants; none: all that lack what it fixes
 */
public record ManualRebuild(long advisory, List<String> images, Request request) implements AdvisoryTrigger, Requested {

    public ManualRebuild {
        images = List.copyOf(images);
    }

    @Override
    public EventType eventType() {
        return EventType.ManualRebuildWithAdvisoryEvent;
    }
}
