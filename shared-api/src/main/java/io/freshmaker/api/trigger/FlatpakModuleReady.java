package io.freshmaker.api.trigger;

/**
 * An advisory of modules is in QE, signed and in hidden repositories: the Flatpak applications that are built from these modules are to be
 * rebuilt before it is shipped (spec §5.6, §9.1).
 */
public record FlatpakModuleReady(long advisory) implements AdvisoryTrigger {

    @Override
    public EventType eventType() {
        return EventType.FlatpakModuleAdvisoryReadyEvent;
    }
}
