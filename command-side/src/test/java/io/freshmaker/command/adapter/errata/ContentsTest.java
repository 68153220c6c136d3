package io.freshmaker.command.adapter.errata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {

    private final FakeErrata fake = new FakeErrata().advisory(FakeAdvisories.advisory(7, "QE", "rpm"), Erratas.TEAPOT);
    private final ErrataApi api = Erratas.api(fake.url(), Systems.PATIENT);
    private final Contents contents = Erratas.contents(api, "");

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void what_it_ships_takes_four_calls() {
        assertThat(contents.of(7)).isEqualTo(Erratas.TEAPOT);

        assertThat(fake.asked())
                .containsExactlyInAnyOrder(
                        "advisory/7/builds.json",
                        "api/v1/erratum/7/builds_by_cve",
                        "errata/get_pulp_packages/7.json",
                        "api/v1/erratum/7/builds_list?with_sig_key=1");
    }

    @ParameterizedTest
    @CsvSource({"TEAHOUSE-9, true", "TEAHOUSE-9.4.0.Z.MAIN, true", "TEAHOUSE-8, false"})
    void only_what_is_shipped_for_the_wanted_release_counts(String prefix, boolean counts) {
        fake.rhelRelease("TEAHOUSE-9.4.0.Z.MAIN");
        Contents some = Erratas.contents(api, prefix);

        for (int time = 0; time < 2; time++) {
            assertThat(some.of(7).builds()).hasSize(counts ? 1 : 0);
            assertThat(some.of(7).fixes()).hasSize(counts ? 1 : 0);
        }
        assertThat(fake.asked())
                .filteredOn(path -> path.contains("product_versions/"))
                .as("remembered")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "null", "1", "\"true\""})
    void a_build_that_is_not_exactly_signed_is_not(String signed) {
        fake.says(
                "api/v1/erratum/7/builds_list?with_sig_key=1",
                "{\"T\": {\"builds\": [{\"a-1-1\": {\"is_signed\": true}}, {\"b-1-1\": {\"is_signed\": %s}}]}}"
                        .formatted(signed));

        assertThat(contents.of(7).signed()).isFalse();
    }

    @Test
    void an_advisory_without_builds_is_not_signed() {
        fake.says("api/v1/erratum/7/builds_list?with_sig_key=1", "{}");

        assertThat(contents.of(7).signed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"T\": [{\"a; rm -rf /\": {}}]} | an NVR",
                "{\"T\": [{\"a-1-1\": {\"V\": {\"x86_64\": [\"../a-1-1.x86_64.rpm\"]}}}]} | the name of a file",
                "{\"T\": [{\"a-1-1\": {\"V\": {\"x86_64\": [\"a.rpm\"]}}}]} | an NVR",
                "{\"T\": [{\"a-1-1\": {\"V\": {\"x86_64\": {}}}}]} | a list",
                "{\"T\": [[]]} | an object",
                "{\"T\": {}} | a list",
            })
    void a_value_that_is_none_of_its_kind_is_no_answer(String builds, String expected) {
        fake.says("advisory/7/builds.json", builds);

        assertThatThrownBy(() -> contents.of(7))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("errata answered something strange (advisory/7/builds.json): ")
                .hasMessageEndingWith("expected " + expected);
    }
}
