package io.freshmaker.api.artifactbuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.BuildId;
import org.junit.jupiter.api.Test;

class BlockerTest {

    @Test
    void a_blocker_is_read_as_it_is_printed() {
        Blocker blocker = Blocker.parent(new BuildId("build-1"));

        assertThat(blocker).hasToString("parent:build-1");
        assertThat(Blocker.parse("parent:build-1")).isEqualTo(blocker);
    }

    @Test
    void only_the_first_colon_separates() {
        assertThat(Blocker.parse("parent:a:b").subject()).isEqualTo("a:b");
    }

    @Test
    void what_is_none_is_refused() {
        assertThatThrownBy(() -> Blocker.parse("build-1")).hasMessage("Not a blocker: build-1");
        assertThatThrownBy(() -> Blocker.parse("weather:rain")).isInstanceOf(IllegalArgumentException.class);
    }
}
