package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a request for a rebuild on the bus (spec §3.3). A requester that is named there is not believed: anybody can write one. */
record RequestFields(BusMessage message) {

    private static final String IMAGES = "container_images";

    /** Its own id is in the body, so that our own message leads to the Event that it tells of; else it is the message's. */
    Request request() {
        Field id = field("msg_id");
        return new Request(
                id.isAbsent() ? message.requiredId() : id.text(ValueKind.MESSAGE_ID),
                Way.BUS,
                null,
                event().stream().toList(),
                metadata());
    }

    boolean isDryRun() {
        Field dryRun = field("dry_run");
        return !dryRun.isAbsent() && dryRun.flag();
    }

    /** By their NVRs; none where none are named. */
    List<String> images() {
        return field(IMAGES).isAbsent() ? List.of() : images(ValueKind.NVR);
    }

    /** At least one. */
    List<String> someImages(ValueKind kind) {
        List<String> images = images(kind);
        if (images.isEmpty()) throw new MalformedMessage(IMAGES, "at least one image", "none");
        return images;
    }

    private List<String> images(ValueKind kind) {
        return field(IMAGES)
                .elements()
                .map(image -> image.text(kind))
                .distinct()
                .toList();
    }

    Field field(String name) {
        return message.body().get(name);
    }

    /** The number of the Event that it builds upon. */
    private Optional<Integer> event() {
        Field event = field("freshmaker_event_id");
        return event.isAbsent() ? Optional.empty() : Optional.of(event.smallNumber());
    }

    private Map<String, ?> metadata() {
        Field metadata = field("metadata");
        return metadata.isAbsent() ? Map.of() : metadata.metadata();
    }
}
