package io.freshmaker.api.trigger;

/** Asks for the images that lack what an advisory fixes: it was shipped, is about to be, or somebody wants it. */
public sealed interface AdvisoryTrigger extends Trigger permits AdvisoryReady, ManualRebuild {

    /** Its number in the Errata Tool. */
    long advisory();

    @Override
    default String searchKey() {
        return String.valueOf(advisory());
    }
}
