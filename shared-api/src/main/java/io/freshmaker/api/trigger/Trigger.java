package io.freshmaker.api.trigger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.freshmaker.api.value.EventId;

/** Why an Event is: what a message means, or what somebody wants. Stored in {@code EventRegistered}, so the names of its kinds never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RpmSpecChanged.class, name = "rpm-spec-changed"),
    @JsonSubTypes.Type(value = ModuleMetadataChanged.class, name = "module-metadata-changed"),
    @JsonSubTypes.Type(value = DockerfileChanged.class, name = "dockerfile-changed"),
    @JsonSubTypes.Type(value = UpdateStable.class, name = "update-stable"),
    @JsonSubTypes.Type(value = ModuleBuilt.class, name = "module-built"),
    @JsonSubTypes.Type(value = BuildTagged.class, name = "build-tagged"),
    @JsonSubTypes.Type(value = AdvisoryReady.class, name = "advisory-ready"),
    @JsonSubTypes.Type(value = FlatpakModuleReady.class, name = "flatpak-module-ready"),
    @JsonSubTypes.Type(value = BotasAdvisoryShipped.class, name = "botas-advisory-shipped"),
    @JsonSubTypes.Type(value = ManualRebuild.class, name = "manual-rebuild"),
    @JsonSubTypes.Type(value = BranchRebuild.class, name = "branch-rebuild")
})
public sealed interface Trigger
        permits RpmSpecChanged,
                ModuleMetadataChanged,
                DockerfileChanged,
                UpdateStable,
                ModuleBuilt,
                BuildTagged,
                AdvisoryTrigger,
                Requested {

    /** What people search an Event by (spec §3.1). */
    String searchKey();

    /** The kind of Event in the API. */
    EventType eventType();

    /** Whether a person asked for it; rules may tell such Events from others (spec §13.4). */
    @JsonIgnore
    default boolean isManual() {
        return false;
    }

    /** The id of the message in the API, of one that was heard under that id. */
    default String messageId(String heardAs) {
        return heardAs;
    }

    /** The Event that it makes: one, however often and from wherever we hear of it. */
    default EventId eventId() {
        return EventId.ofMessage(eventType() + "/" + searchKey());
    }

    /** The Event of a dry run: never the one that builds, and another one for each message that asks for it. */
    default EventId dryRunId(String messageId) {
        return EventId.ofMessage("dry-run/" + messageId + "/" + eventType() + "/" + searchKey());
    }
}
