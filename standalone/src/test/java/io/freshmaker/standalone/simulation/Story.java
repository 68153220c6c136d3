package io.freshmaker.standalone.simulation;

import io.freshmaker.standalone.simulation.house.Surroundings;
import io.freshmaker.standalone.simulation.image.ImageWorld;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.StoredFact;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What there is in a world, what is told of it, and what more must hold in the end. */
interface Story {

    /** The catalog file. */
    String catalog();

    /** The names of what cannot be built. */
    Set<String> broken();

    /** What other systems know. */
    default ImageWorld shelf() {
        return ImageWorld.empty();
    }

    /** What somebody tells the bus; each is made when it is asked for. */
    Stream<BusMessage> messages();

    /** It begins: whatever else happens in the world. */
    default void begin(Surroundings outside) {}

    /** Throws what must not be. */
    default void hold(List<StoredFact> facts, Surroundings outside) {}
}
