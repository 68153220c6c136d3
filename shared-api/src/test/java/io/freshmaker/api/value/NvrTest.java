package io.freshmaker.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NvrTest {

    /** Spec §7.7. */
    @ParameterizedTest
    @CsvSource({
        "foo-1-2,                  1234567,    foo-1-2.1234567",
        "foo-2.4-1.1561731291,     1572631468, foo-2.4-1.1572631468",
        "python-v3.6-201910221723, 1572631468, python-v3.6-201910221723.1572631468",
        "foo-1-2.el8.3,            1572631468, foo-1-2.1572631468"
    })
    void a_rebuild_keeps_the_first_part_of_the_release(String nvr, long seconds, String rebuilt) {
        Instant at = Instant.ofEpochSecond(seconds, 120_000_000);

        assertThat(new Nvr(nvr).rebuiltAt(at)).isEqualTo(new Nvr(rebuilt));
    }

    @Test
    void the_last_two_dashes_separate_version_and_release() {
        Nvr nvr = new Nvr("s2i-base-container-1-10");

        assertThat(nvr.name()).isEqualTo("s2i-base-container");
        assertThat(nvr.version()).isEqualTo("1");
        assertThat(nvr.release()).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "foo", "foo-1", "-1-2", "foo--2", "foo-1-", "--"})
    void what_is_none_is_refused(String text) {
        assertThatThrownBy(() -> new Nvr(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a name-version-release: " + text);
    }
}
