package io.freshmaker.messaging.inbound;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The real listener and intake, one step at a time, for the fault harness. Lives here to see them. */
public final class SteppedInbound {

    private final IncomingMessages messages;
    private final IntakeRound round;

    SteppedInbound(IncomingMessages messages, IntakeRound round) {
        this.messages = messages;
        this.round = round;
    }

    /** A body with its routing key. */
    public record Delivery(String routingKey, byte[] body) {}

    /**
     * Delivers some messages through one channel, and returns when they are acknowledged or given back.
     *
     * @param channel makes the channel, of what is to be run when that has happened
     */
    public void deliver(List<Delivery> deliveries, Channels channel) throws IOException, InterruptedException {
        AtomicReference<BusListener> listener = new AtomicReference<>();
        Runnable end = () -> listener.get().end();
        listener.set(new BusListener(channel.ending(end)));
        long tag = 0;
        for (Delivery one : deliveries) {
            Envelope envelope = new Envelope(++tag, false, "amq.topic", one.routingKey());
            listener.get().handleDelivery("", envelope, new BasicProperties(), one.body());
        }
        new Storing<>(listener.get(), batch -> store(batch, end)).untilTheEnd();
    }

    /** Works off what is stored; says whether there was anything. */
    public boolean workOff() {
        return round.workOff() > 0;
    }

    /** What cannot be stored is given back at once: nobody waits in real time here. */
    private void store(List<Delivered> batch, Runnable end) {
        try {
            messages.store(batch);
        } catch (RuntimeException e) {
            end.run();
            throw e;
        }
    }

    /** Makes a channel. */
    public interface Channels {
        Channel ending(Runnable end);
    }
}
