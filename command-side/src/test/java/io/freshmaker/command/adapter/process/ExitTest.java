package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import org.junit.jupiter.api.Test;

class ExitTest {

    @Test
    void only_status_0_is_built() {
        assertThat(Exit.of(0, "fine").outcome()).isEqualTo(new Built());
        assertThat(Exit.of(1, "bad").outcome()).isInstanceOf(Broken.class);
        assertThat(Exit.notStarted("no folder").outcome()).isInstanceOf(Broken.class);
    }

    @Test
    void control_characters_are_escaped() {
        assertThat(Exit.of(1, "a\tb\u001b[0m\u0000").lastLine()).isEqualTo("a\\u0009b\\u001b[0m\\u0000");
    }

    @Test
    void a_long_line_is_cut_and_no_character_is_halved() {
        assertThat(Exit.of(1, "x".repeat(600)).lastLine()).hasSize(500);
        assertThat(Exit.of(1, "\u0001".repeat(600)).lastLine()).hasSize(500);
        assertThat(Exit.of(1, "x".repeat(499) + "😀😀").lastLine()).isEqualTo("x".repeat(499) + " ");
    }
}
