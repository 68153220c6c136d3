package io.freshmaker.api.trigger;

import io.freshmaker.api.value.EventId;
import java.util.List;

/** Somebody wants a rebuild; two requests are two Events, whatever they are about. */
public sealed interface Requested extends Trigger permits ManualRebuild, BranchRebuild {

    Request request();

    /** NVRs or names of the images that he wants. */
    List<String> images();

    @Override
    default boolean isManual() {
        return true;
    }

    /** The request's own, so that it is the same Event whether it came by HTTP or is heard on the bus. */
    @Override
    default String messageId(String heardAs) {
        return request().id();
    }

    @Override
    default EventId eventId() {
        return EventId.ofMessage("request/" + request().id());
    }
}
