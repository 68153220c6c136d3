package io.freshmaker.standalone.scenario;

import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.RandomImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A house with twelve images, one of which cannot be built. */
record SmallWorld(RandomImages images, BuildJournal journal, RunningHouse house) implements AutoCloseable {

    private static final long SEED = 4711;

    static SmallWorld open(Path folder) throws IOException {
        RandomImages images = new RandomImages(new Random(SEED), 12, 0.15);
        BuildJournal journal = BuildJournal.in(folder.resolve("journal"), images.broken());
        return new SmallWorld(
                images, journal, RunningHouse.open(folder, images.catalog(), RandomImages.rules(), journal, 0.02));
    }

    @Override
    public void close() throws IOException {
        house.close();
    }
}
