package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.testing.RabbitTestBroker;

class RabbitParkingIT extends ParkingContract {

    RabbitParkingIT() {
        super(new RabbitTestBroker());
    }
}
