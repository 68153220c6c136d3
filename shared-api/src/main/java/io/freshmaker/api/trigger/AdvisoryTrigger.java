package io.freshmaker.api.trigger;

/** Asks for what is to be rebuilt for an advisory: it was shipped, is about to be, or somebody wants it. */
public sealed interface AdvisoryTrigger extends Trigger
        permits AdvisoryReady, BotasAdvisoryShipped, FlatpakModuleReady, ManualRebuild {

    /** Its number in the Errata Tool. */
    long advisory();

    @Override
    default String searchKey() {
        return String.valueOf(advisory());
    }
}
