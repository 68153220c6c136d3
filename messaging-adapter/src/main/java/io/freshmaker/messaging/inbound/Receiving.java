package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.BusMetrics;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Stores what was delivered, by whatever bus, and has it worked off. */
@Component
class Receiving implements Consumer<List<Delivered>> {

    private final IncomingMessages messages;
    private final Intake intake;
    private final BusMetrics metrics;

    Receiving(IncomingMessages messages, Intake intake, BusMetrics metrics) {
        this.messages = messages;
        this.intake = intake;
        this.metrics = metrics;
    }

    /** Returns when all of it is committed; when it throws, some may be stored all the same. */
    @Override
    public void accept(List<Delivered> deliveries) {
        metrics.received(deliveries.size());
        messages.store(deliveries);
        intake.wake();
    }
}
