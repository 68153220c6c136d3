package io.freshmaker.messaging.inbound;

import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.api.leftover.LeftoverId.Kind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When a person gave it up, marks a parked message as dropped. */
@Component
@ProcessingGroup(WorkOffOnLeftoverRetried.GROUP)
@DisallowReplay
class DropOnLeftoverDropped {

    private static final Logger log = LoggerFactory.getLogger(DropOnLeftoverDropped.class);

    private final IncomingMessages messages;

    DropOnLeftoverDropped(IncomingMessages messages) {
        this.messages = messages;
    }

    @EventHandler
    void react(LeftoverDropped fact) {
        if (fact.leftoverId().kind() != Kind.PARKED_MESSAGE) return;
        String row = fact.leftoverId().key();
        if (messages.drop(Long.parseLong(row), fact.occasion(), fact.reasonKey()))
            log.info("Message in row {} is dropped", row);
    }
}
