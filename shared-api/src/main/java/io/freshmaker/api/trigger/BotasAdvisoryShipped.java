package io.freshmaker.api.trigger;

/**
 * An advisory of container images, filed by the bot that ships rebuilt operators, was shipped: bundles that refer to what these images
 * were rebuilt from are to refer to them (spec §3.1, §5.7). What else it leads to is told by its {@link AdvisoryReady}.
 */
public record BotasAdvisoryShipped(long advisory) implements AdvisoryTrigger {

    @Override
    public EventType eventType() {
        return EventType.BotasErrataShippedEvent;
    }
}
