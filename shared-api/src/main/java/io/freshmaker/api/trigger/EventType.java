package io.freshmaker.api.trigger;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of Events, with the original's numbers and names (spec §2.6); from 19 on they are ours. The order is the number. */
public enum EventType {
    MBSModuleStateChangeEvent,
    GitModuleMetadataChangeEvent,
    GitRPMSpecChangeEvent,
    TestingEvent,
    GitDockerfileChangeEvent,
    BodhiUpdateCompleteStableEvent,
    KojiTaskStateChangeEvent,
    BrewSignRPMEvent,
    ErrataRPMAdvisoryShippedEvent,
    BrewContainerTaskStateChangeEvent,
    ErrataAdvisoryStateChangedEvent,
    FreshmakerManualRebuildEvent,
    ODCSComposeStateChangeEvent,
    ManualRebuildWithAdvisoryEvent,
    FreshmakerAsyncManualBuildEvent,
    BotasErrataShippedEvent,
    ManualBundleRebuildEvent,
    FlatpakModuleAdvisoryReadyEvent,
    FlatpakApplicationManualBuildEvent,
    KojiBuildTaggedEvent;

    /** Their search key is the number of an advisory. */
    public static final Set<EventType> ABOUT_ADVISORIES = EnumSet.of(
            ErrataRPMAdvisoryShippedEvent,
            ErrataAdvisoryStateChangedEvent,
            ManualRebuildWithAdvisoryEvent,
            BotasErrataShippedEvent,
            ManualBundleRebuildEvent,
            FlatpakModuleAdvisoryReadyEvent,
            FlatpakApplicationManualBuildEvent);

    /** The number in the API. */
    public int id() {
        return ordinal();
    }
}
