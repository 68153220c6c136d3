package io.freshmaker.standalone.simulation;

import io.freshmaker.standalone.simulation.time.World;
import java.util.Random;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;

/** Identifiers of facts and sagas: in a simulated world chosen by its seed, so that two runs of it are the same. */
public final class SimulatedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        World world = World.current();
        return world == null
                ? UUID.randomUUID().toString()
                : chosen(world.random()).toString();
    }

    private static UUID chosen(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
