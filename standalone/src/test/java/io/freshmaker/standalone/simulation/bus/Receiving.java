package io.freshmaker.standalone.simulation.bus;

import com.rabbitmq.client.Channel;
import io.freshmaker.messaging.inbound.SteppedInbound;
import io.freshmaker.messaging.inbound.SteppedInbound.Delivery;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.world.BusMessage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What one process is delivered. Whatever it has not acknowledged, also because it died, is delivered again. */
public final class Receiving {

    private final SimulatedBus bus;
    private final Faults faults;
    private final Machine machine;
    private final SteppedInbound inbound;

    public Receiving(SimulatedBus bus, Faults faults, Machine machine, SteppedInbound inbound) {
        this.bus = bus;
        this.faults = faults;
        this.machine = machine;
        this.inbound = inbound;
    }

    /** Says whether anything came. */
    public boolean receive() {
        List<BusMessage> next = bus.next();
        if (next.isEmpty()) return false;
        Runnable again = () -> bus.keep(next);
        machine.onDeath(again);
        if (faults.strikes(Fault.DELIVERY_IS_DROPPED) || !isTaken(next)) again.run();
        machine.forget(again);
        return true;
    }

    private boolean isTaken(List<BusMessage> next) {
        boolean[] taken = {false};
        try {
            inbound.deliver(next.stream().map(Receiving::delivery).toList(), end -> channel(taken, end));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts here", e);
        }
        return taken[0];
    }

    private Channel channel(boolean[] taken, Runnable end) {
        return (Channel)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Channel.class}, (_, method, _) -> {
                    machine.checkAlive();
                    if (method.getName().equals("basicAck")) taken[0] = true;
                    end.run();
                    return null;
                });
    }

    private static Delivery delivery(BusMessage message) {
        return new Delivery(message.topic(), message.json().getBytes(StandardCharsets.UTF_8));
    }
}
