package io.freshmaker.api.trigger;

import java.util.List;

/**
 * Somebody wants images, bundles or Flatpaks rebuilt for an advisory (spec §10.5). Which of them it is about is not known before it is
 * looked up; its Event is classified then (decision 0033).
 *
 * @param advisory its number in the Errata Tool
 * @param images NVRs of the images that he wants; none: all that it concerns
 */
public record ManualRebuild(long advisory, List<String> images, Request request) implements AdvisoryTrigger, Requested {

    public ManualRebuild {
        images = List.copyOf(images);
    }

    /** As long as nobody knows better. */
    @Override
    public EventType eventType() {
        return EventType.ManualRebuildWithAdvisoryEvent;
    }
}
