package io.freshmaker.api.trigger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants images rebuilt as they were last built from a branch, whatever has changed (spec §10.5, "async builds").
 *
 * @param branch in dist-git
 * @param images names of the images (N of their NVRs), at least one
 * @param target the Koji target; null: that with which each was built
 */
public record BranchRebuild(
        String branch, List<String> images, @Nullable String target, Request request) implements Requested {

    public BranchRebuild {
        images = List.copyOf(images);
    }

    @Override
    public String searchKey() {
        return request.id();
    }

    @Override
    public EventType eventType() {
        return EventType.FreshmakerAsyncManualBuildEvent;
    }
}
