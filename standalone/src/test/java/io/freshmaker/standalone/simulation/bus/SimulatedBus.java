package io.freshmaker.standalone.simulation.bus;

import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.simulation.time.World;
import io.freshmaker.standalone.world.BusMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/** What is to be delivered, and everything that was published. A message leaves its queue when it is acknowledged. */
public final class SimulatedBus {

    private static final int MOST_AT_ONCE = 5;

    private final World world;
    private final Faults faults;
    private final List<BusMessage> queue = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();

    public SimulatedBus(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /** Somebody tells the world something. */
    public void tell(BusMessage message) {
        world.note("told " + message.id());
        queue.add(message);
    }

    /** What is delivered together, in any order; it may be delivered again. */
    public List<BusMessage> next() {
        List<BusMessage> next = new ArrayList<>();
        while (!queue.isEmpty() && next.size() < MOST_AT_ONCE) {
            if (faults.strikes(Fault.DELIVERY_IS_LATE)) break;
            BusMessage message = queue.remove(world.random().nextInt(queue.size()));
            next.add(message);
            if (faults.strikes(Fault.DELIVERY_IS_REPEATED)) next.add(message);
        }
        return next;
    }

    /** Lost on the way or not acknowledged: it is delivered again. */
    public void keep(List<BusMessage> messages) {
        queue.addAll(messages);
    }

    public boolean isDelivered() {
        return queue.isEmpty();
    }

    /** How a process reaches it, with a real client's interfaces. */
    public ConnectionFactory reachedBy(Machine machine) {
        return SimulatedClient.of(this, machine);
    }

    /** Everything that arrived here, in its order. */
    public List<Published> published() {
        return published;
    }

    /** A process has sent these and waits for the confirms; some may have arrived although it hears of a failure. */
    void publish(List<Published> messages) throws IOException, TimeoutException {
        if (faults.strikes(Fault.PUBLISHING_FAILS)) throw new IOException("The broker has gone");
        boolean halfway = faults.strikes(Fault.PUBLISHING_FAILS_HALFWAY);
        int arrived = halfway ? world.random().nextInt(messages.size()) : messages.size();
        published.addAll(messages.subList(0, arrived));
        if (halfway) throw new IOException("The broker has gone");
        if (faults.strikes(Fault.CONFIRM_IS_LOST)) throw new TimeoutException("No confirm");
    }
}
