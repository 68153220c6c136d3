package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.testing.EmbeddedTestBroker;

class ParkingIT extends ParkingContract {

    ParkingIT() {
        super(new EmbeddedTestBroker());
    }
}
