package io.freshmaker.standalone.simulation.build;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What has changed in the world, whether or not its message ever came to us: as Bodhi and Koji would tell who asks them. */
public final class SimulatedNews {

    private final World world;
    private final List<Changed> changes = new ArrayList<>();

    private record Changed(Instant at, Trigger trigger) {}

    public SimulatedNews(World world) {
        this.world = world;
    }

    public void happened(Trigger trigger) {
        changes.add(new Changed(world.now(), trigger));
    }

    /** As one process asks for it. */
    public TriggerSource askedBy(OutsideCalls calls) {
        return new TriggerSource() {
            @Override
            public String name() {
                return "news";
            }

            @Override
            public List<Trigger> since(Instant from) {
                return calls.call(
                        "what has changed since " + from,
                        () -> changes.stream()
                                .filter(change -> !change.at().isBefore(from))
                                .map(Changed::trigger)
                                .toList());
            }
        };
    }
}
