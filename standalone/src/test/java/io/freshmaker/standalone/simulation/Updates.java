package io.freshmaker.standalone.simulation;

import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.RandomImages;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Images of a catalog file, and updates and pushes that some of them are rebuilt for. */
record Updates(Random random, RandomImages images) implements Story {

    private static final double BROKEN = 0.1;

    static Updates random(Random random) {
        return new Updates(random, new RandomImages(random, 2 + random.nextInt(7), BROKEN));
    }

    @Override
    public String catalog() {
        return images.catalog();
    }

    @Override
    public Set<String> broken() {
        return images.broken();
    }

    @Override
    public Stream<BusMessage> messages() {
        Messages messages = new Messages(random, images);
        int count = 2 + random.nextInt(4);
        return Stream.generate(messages::next).limit(count);
    }
}
