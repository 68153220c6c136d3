package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpmTest {
    @Test
    void an_rpm_is_parsed_from_the_right() {
        Rpm rpm = Rpm.parse("python3.13-libs-3.13.0~rc2-1.fc42.x86_64");

        assertThat(rpm.name()).isEqualTo("python3.13-libs");
        assertThat(rpm.nvr().version()).isEqualTo("3.13.0~rc2");
        assertThat(rpm.nvr().release()).isEqualTo("1.fc42");
        assertThat(rpm.arch()).isEqualTo("x86_64");
        assertThat(rpm).hasToString("python3.13-libs-3.13.0~rc2-1.fc42.x86_64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tls",
                "tls-1-1",
                "tls-1",
                "-1-1.x86_64",
                "a b-1-1.noarch",
                "tls-1-$(id).x86_64",
                "tls-1:1-1.x86_64",
                "tls-1-1.x86\n"
            })
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rpm.parse(text));
    }
}
