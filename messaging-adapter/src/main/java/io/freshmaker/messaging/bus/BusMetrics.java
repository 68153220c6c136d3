package io.freshmaker.messaging.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** The original's counters of messages, under its names (spec §10.9). */
@Component
public class BusMetrics {

    private final Counter received;
    private final Counter ignored;
    private final Counter processed;
    private final Counter failed;
    private final Counter toSend;
    private final Counter sent;
    private final Counter notSent;

    public BusMetrics(MeterRegistry meters) {
        received = counter(meters, "messaging_rx", "Messages received");
        ignored = counter(meters, "messaging_rx_ignored", "Received messages that were not for us");
        processed = counter(meters, "messaging_rx_processed_ok", "Received messages that were worked off");
        failed = counter(meters, "messaging_rx_failed", "Received messages that were parked or have to be tried again");
        toSend = counter(meters, "messaging_tx_to_send", "Messages to be published");
        sent = counter(meters, "messaging_tx_sent_ok", "Messages that the broker confirmed");
        notSent = counter(meters, "messaging_tx_failed", "Messages that the broker did not confirm");
    }

    public void received(int messages) {
        received.increment(messages);
    }

    public void ignored() {
        ignored.increment();
    }

    public void processed() {
        processed.increment();
    }

    public void failed() {
        failed.increment();
    }

    public void toSend(int messages) {
        toSend.increment(messages);
    }

    public void sent(int messages) {
        sent.increment(messages);
    }

    public void notSent(int messages) {
        notSent.increment(messages);
    }

    private static Counter counter(MeterRegistry meters, String name, String meaning) {
        return Counter.builder(name).description(meaning).register(meters);
    }
}
