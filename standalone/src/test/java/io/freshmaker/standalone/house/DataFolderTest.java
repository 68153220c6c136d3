package io.freshmaker.standalone.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.standalone.ChildJvm;
import io.freshmaker.standalone.failure.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void is_made_when_there_is_none() {
        try (DataFolder data = DataFolder.take(folder.resolve("new/data"))) {
            assertThat(data.path()).isDirectory();
        }
    }

    @Test
    void a_second_start_on_it_is_refused_in_one_sentence() {
        try (DataFolder first = DataFolder.take(folder)) {
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("The data folder " + first.path()
                            + " is in use by another Freshmaker: stop that one, or choose another folder with --data.");
        }
    }

    @Test
    void another_process_is_refused_until_the_first_has_ended() throws Exception {
        try (ChildJvm child = ChildJvm.run(HoldsDataFolder.class, folder)) {
            child.line("taken");
            assertThatThrownBy(() -> DataFolder.take(folder)).hasMessageContaining("is in use by another Freshmaker");
            child.kill();
            DataFolder.take(folder).close();
        }
    }

    @Test
    void a_file_in_its_place_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> DataFolder.take(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }
}
