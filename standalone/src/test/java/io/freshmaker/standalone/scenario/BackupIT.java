package io.freshmaker.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.ExpectedRebuilds;
import io.freshmaker.standalone.world.Invariants;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of {@code docs/operations.md} for the one process: stop it, copy the data folder, start it there. */
class BackupIT {

    private static final BusMessage UPDATE = BusMessage.updateStable("before", RandomImages.updatedBuild("kettle"));

    @TempDir
    Path folder;

    private final RandomImages world = new RandomImages(new Random(4711), 12, 0.3);

    @Test
    void a_copy_of_the_data_folder_goes_on_where_the_house_was_stopped() throws Exception {
        BuildJournal journal = BuildJournal.in(folder.resolve("journal"), world.broken());
        Path original = Files.createDirectories(folder.resolve("original"));
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (RunningHouse house = open(original, journal, 0.5)) {
            house.publish(UPDATE);
            await().atMost(Duration.ofMinutes(1)).until(() -> journal.lines().size() > 2);
        }
        copy(original.resolve("data"), copy);
        try (RunningHouse house = open(copy, journal, 0)) {
            house.knowsPublished(List.of(UPDATE.id()));
            assertThat(house.awaitEvent(UPDATE, "COMPLETE").path("id").asInt()).isEqualTo(1);
            house.awaitQuiet();
            Invariants.ofWhatIsStored(house.sql(), journal, house.published());
            new ExpectedRebuilds(house.sql()).areThoseOf(world);
        }
    }

    private RunningHouse open(Path where, BuildJournal journal, double buildSeconds) throws Exception {
        return RunningHouse.open(where, world.catalog(), RandomImages.rules(), journal, buildSeconds);
    }

    private static void copy(Path data, Path to) throws Exception {
        Process cp = new ProcessBuilder("cp", "-a", data.toString(), to.toString())
                .inheritIO()
                .start();
        assertThat(cp.waitFor()).isZero();
    }
}
