package io.freshmaker.command.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases B1 and B2 of spec §19.9 and what else versions may be. */
class CsvUpdateTest {

    private static final Instant AT = Instant.parse("2020-12-25T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1.2.3,                        1.2.3+0.1608854400.p",
        "1.2.3+beta3,                  1.2.3+beta3.0.1608854400.p",
        "1.2.3+beta3.0.1608853000.p,   1.2.3+beta3.0.1608854400.p",
        "1.2.3+beta3.0.1608853000.patched, 1.2.3+beta3.0.1608854400.p",
        "1.2.3+0.1608853000.p,         1.2.3+0.1608854400.p",
        "1.2.3+10.1608853000.p,        1.2.3+10.1608853000.p.0.1608854400.p",
        "1.2.3-rc.1,                   1.2.3-rc.1+0.1608854400.p",
        "1.2.3-rc.1+7,                 1.2.3-rc.1+7.0.1608854400.p",
    })
    void a_rebuild_has_the_time_in_the_build_part_of_its_version(String version, String rebuilt) {
        assertThat(CsvUpdate.of("any", version, AT)).map(CsvUpdate::version).contains(rebuilt);
    }

    @ParameterizedTest
    @CsvSource({
        "amq-streams.1.2.3,                  1.2.3,                      amq-streams.1.2.3-0.1608854400.p",
        "amq-streams.123,                    1.2.3,                      amq-streams.123.0.1608854400.p",
        "amq-streams.1.2.3-0.1608843300.p,   1.2.3+0.1608843300.p,       amq-streams.1.2.3-0.1608854400.p",
        "amq-streams.v1.2.3-beta3,           1.2.3+beta3,                amq-streams.v1.2.3-beta3.0.1608854400.p",
    })
    void its_name_has_the_version_as_far_as_a_name_may(String name, String version, String rebuilt) {
        assertThat(CsvUpdate.of(name, version, AT)).map(CsvUpdate::name).contains(rebuilt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.2", "v1.2.3", "01.2.3", "1.2.3+", "1.2.3-", "1.2.3-01", "1.2.3 ", "latest"})
    void what_is_no_version_cannot_be_made_newer(String version) {
        assertThat(CsvUpdate.of("any", version, AT)).isEmpty();
    }

    @Test
    void a_version_that_is_too_long_is_none() {
        assertThat(CsvUpdate.of("any", "1.2.3+" + "a".repeat(300), AT)).isEmpty();
    }
}
