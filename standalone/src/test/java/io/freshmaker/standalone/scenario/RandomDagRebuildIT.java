package io.freshmaker.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.ExpectedRebuilds;
import io.freshmaker.standalone.world.Invariants;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job at size, in the real house: 300 images in a random order of building, every tenth of which fails. */
class RandomDagRebuildIT {

    private static final int IMAGES = 300;
    private static final double BROKEN = 0.1;

    @TempDir
    Path folder;

    @Test
    void three_hundred_images_are_rebuilt_in_their_order_and_failures_reach_what_is_built_from_them() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong(1_000_000));
        System.out.println("300 images with seed " + seed);
        RandomImages world = new RandomImages(new Random(seed), IMAGES, BROKEN);
        BuildJournal journal = BuildJournal.in(folder.resolve("journal"), world.broken());
        try (RunningHouse house = RunningHouse.open(folder, world.catalog(), RandomImages.rules(), journal, 0)) {
            BusMessage update = BusMessage.updateStable("dag-" + seed, RandomImages.updatedBuild("kettle"));
            house.publish(update);
            JsonNode event = house.awaitEvent(update, "COMPLETE");
            house.awaitQuiet();
            new Invariants(house.sql(), journal, house.bus()).hold(house.published());
            new ExpectedRebuilds(house.sql()).areThoseOf(world);
            checkAnswer(event, world.affectedBy("kettle"), world.builtAfter("kettle"), world.broken());
        }
    }

    private static void checkAnswer(JsonNode event, Set<String> affected, Set<String> built, Set<String> broken) {
        int failed = affected.size() - built.size();
        assertThat(event.path("state_reason").asText())
                .contains("%d of %d container image(s) failed to rebuild".formatted(failed, affected.size()));
        StreamSupport.stream(event.path("builds").spliterator(), false).forEach(build -> {
            String name = build.path("name").asText();
            assertThat(build.path("state_name").asText()).as(name).isEqualTo(built.contains(name) ? "DONE" : "FAILED");
            if (!built.contains(name)) {
                assertThat(build.path("state_reason").asText()).as(name).isIn(reasons(name, broken.contains(name)));
            }
        });
    }

    /** What is broken itself may have failed earlier, for a parent. */
    private static Set<String> reasons(String name, boolean broken) {
        String dependency = "Cannot build artifact, because its dependency cannot be built.";
        String itself = "Failed to build: exit status 3: " + name + " cannot be built";
        return broken ? Set.of(dependency, itself) : Set.of(dependency);
    }
}
