package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.testing.UmbTestBroker;

/** The contract over AMQP 1.0, with Qpid Broker-J. */
class UmbInboundIT extends UmbContract {

    UmbInboundIT() {
        super(new UmbTestBroker());
    }
}
