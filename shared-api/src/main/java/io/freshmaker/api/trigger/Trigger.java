package io.freshmaker.api.trigger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.freshmaker.api.value.EventId;

/** What an incoming bus message means. Stored in {@code EventRegistered}, so the names of its kinds never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RpmSpecChanged.class, name = "rpm-spec-changed"),
    @JsonSubTypes.Type(value = ModuleMetadataChanged.class, name = "module-metadata-changed"),
    @JsonSubTypes.Type(value = DockerfileChanged.class, name = "dockerfile-changed"),
    @JsonSubTypes.Type(value = UpdateStable.class, name = "update-stable"),
    @JsonSubTypes.Type(value = ModuleBuilt.class, name = "module-built"),
    @JsonSubTypes.Type(value = BuildTagged.class, name = "build-tagged"),
    @JsonSubTypes.Type(value = AdvisoryReady.class, name = "advisory-ready"),
    @JsonSubTypes.Type(value = FlatpakModuleReady.class, name = "flatpak-module-ready")
})
public sealed interface Trigger
        permits RpmSpecChanged,
                ModuleMetadataChanged,
                DockerfileChanged,
                UpdateStable,
                ModuleBuilt,
                BuildTagged,
                AdvisoryReady,
                FlatpakModuleReady {

    /** What people search an Event by (spec §3.1). */
    String searchKey();

    /** The kind of Event in the API. */
    EventType eventType();

    /** The Event that it makes: one, however often and from wherever we hear of it. */
    default EventId eventId() {
        return EventId.ofMessage(eventType() + "/" + searchKey());
    }

    /** The Event of a dry run: never the one that builds, and another one for each message that asks for it. */
    default EventId dryRunId(String messageId) {
        return EventId.ofMessage("dry-run/" + messageId + "/" + eventType() + "/" + searchKey());
    }
}
