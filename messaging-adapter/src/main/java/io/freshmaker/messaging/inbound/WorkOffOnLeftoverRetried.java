package io.freshmaker.messaging.inbound;

import io.freshmaker.api.leftover.LeftoverId.Kind;
import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.platform.wake.AfterCommit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When a person wants it, has a parked message worked off anew: its parser may have been mended since. */
@Component
@ProcessingGroup(WorkOffOnLeftoverRetried.GROUP)
@DisallowReplay
class WorkOffOnLeftoverRetried {

    /** Shared with {@link DropOnLeftoverDropped}, so that what people decide about one message is done in their order. */
    static final String GROUP = "policy-parked-messages";

    private static final Logger log = LoggerFactory.getLogger(WorkOffOnLeftoverRetried.class);

    private final IncomingMessages messages;
    private final Intake intake;

    WorkOffOnLeftoverRetried(IncomingMessages messages, Intake intake) {
        this.messages = messages;
        this.intake = intake;
    }

    @EventHandler
    void react(LeftoverRetried fact) {
        if (fact.leftoverId().kind() != Kind.PARKED_MESSAGE) return;
        String row = fact.leftoverId().key();
        if (!messages.takeBack(Long.parseLong(row), fact.occasion())) return;
        log.info("Message in row {} is worked off anew", row);
        AfterCommit.run(intake::wake);
    }
}
