package io.freshmaker.command.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RPM's own order: the cases are of the kinds that its own tests have. */
class RpmVersionsTest {
    @ParameterizedTest
    @CsvSource({
        "1.0-1, 2.0-1",
        "1.0-1, 1.0-2",
        "1.0-1.fc41, 1.0-1.fc42",
        "1.0-9, 1.0-10",
        "1.9-1, 1.10-1",
        "2.0-1, 2.0.1-1",
        "2.0.1-1, 2.0.1a-1",
        "1.0-1, 1.0a-1",
        "5.5p1-1, 5.5p10-1",
        "10xyz-1, 10.1xyz-1",
        "xyz.4-1, 2-1", // letters are older than digits
        "1.fc4-1, 1.0-1",
        "1.0a-1, 1.0aa-1",
        "FC5-1, fc4-1",
        "6.0-1, 6.0.rc1-1",
        "4.999.9-1, 5.0-1",
        "1.0~rc1-1, 1.0-1", // a tilde is before the end
        "1.0~rc1-1, 1.0~rc2-1",
        "1.0~rc1~git123-1, 1.0~rc1-1",
        "1.0-1, 1.0^-1", // a caret is after it, but before anything else
        "1.0^git1-1, 1.0^git2-1",
        "1.0^git1-1, 1.01-1",
        "1.0^20260101-1, 1.0.1-1",
        "1.0~rc1-1, 1.0~rc1^git1-1",
        "1.0^git1~pre-1, 1.0^git1-1",
        "99999999999999999999-1, 100000000000000000000-1"
    })
    void one_is_older_than_the_other(String one, String other) {
        assertThat(isOlder(one, other)).isTrue();
        assertThat(isOlder(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0-1, 1.0-1",
        "1.05-1, 1.5-1",
        "10.0001-1, 10.1-1",
        "2_0-1, 2.0-1",
        "1..0-1, 1.0-1",
        "a+-1, a-1",
        "fc4-1, fc.4-1",
        "1.0-01, 1.0-1"
    })
    void neither_is_older_than_the_other(String one, String other) {
        assertThat(isOlder(one, other)).isFalse();
        assertThat(isOlder(other, one)).isFalse();
    }

    private static boolean isOlder(String one, String than) {
        return RpmVersions.isOlder(new Nvr("tls-" + one), new Nvr("tls-" + than));
    }
}
