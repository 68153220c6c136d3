package io.freshmaker.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuildLogsIT {

    private final TestDatabase database = TestPostgres.fresh();
    private final BuildLogs logs = new BuildLogs(database.sql());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_last_text_of_a_build_is_kept() {
        logs.write("build-1", "one");
        logs.write("build-1", "one\ntwo é 构");
        logs.write("build-2", "other");

        assertThat(logs.read("build-1")).contains("one\ntwo é 构");
    }

    @Test
    void a_build_that_printed_nothing_has_no_log() {
        assertThat(logs.read("build-1")).isEmpty();
    }

    @Test
    void a_nul_is_left_out() {
        logs.write("build-1", "a\0b");

        assertThat(logs.read("build-1")).contains("ab");
    }
}
