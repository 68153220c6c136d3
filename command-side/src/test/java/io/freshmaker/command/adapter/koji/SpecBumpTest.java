package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.freshmaker.command.port.Refused;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecBumpTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        3                               | 4
        3%{?dist}                       | 4%{?dist}
        9%{?dist}                       | 10%{?dist}
        1.2%{?dist}                     | 2.2%{?dist}
        1%{?dist}.1                     | 2%{?dist}.1
        0%{?dist}                       | 1%{?dist}
        0.3.rc1%{?dist}                 | 0.4.rc1%{?dist}
        0.9%{?prerelease}%{?dist}       | 0.10%{?prerelease}%{?dist}
        4.20260101git0a1b2c3%{?dist}    | 5.20260101git0a1b2c3%{?dist}
        99999999999999999999%{?dist}    | 100000000000000000000%{?dist}
        """)
    void the_number_that_the_release_begins_with_is_raised(String before, String after) {
        assertThat(edited("Release: " + before + "\nURL: x\n")).isEqualTo("Release: " + after + "\nURL: x\n");
        assertThat(edited("Name: a\nrelease :\t" + before + " \r\n"))
                .isEqualTo("Name: a\nrelease :\t" + after + " \r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%autorelease", "%{autorelease}", "%autorelease -p -e rc1", "%{autorelease -b 5}"})
    void an_automatic_release_is_left_alone_for_the_commit_counts(String release) {
        String spec = "Release: " + release + "\n%changelog\n%autochangelog\n";

        assertThat(edited(spec)).isEqualTo(spec);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%{baserelease}%{?dist}", "%baserelease", "%{?baserelease}%{?dist}"})
    void where_it_begins_with_a_macro_its_definition_is_raised(String release) {
        assertThat(edited("%global baserelease 7\n%define other 1\nRelease: " + release + "\n"))
                .isEqualTo("%global baserelease 8\n%define other 1\nRelease: " + release + "\n");
        assertThat(edited("Release: " + release + "\n %define\tbaserelease  0.7.beta\n"))
                .isEqualTo("Release: " + release + "\n %define\tbaserelease  0.8.beta\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        %{rel}%{?dist} | a definition of the macro rel, which the release %{rel}%{?dist} begins with once, but has it 0 times
        %{rel:-3}      | The release %{rel:-3} cannot be raised: it begins neither with a number nor with a macro
        %(echo 3)      | The release %(echo 3) cannot be raised: it begins neither with a number nor with a macro
        v3             | The release v3 cannot be raised: it begins neither with a number nor with a macro
        0.%{rc}        | The release 0.%{rc} cannot be raised: no number follows its 0.
        """)
    void what_is_not_understood_is_refused_with_the_reason(String release, String reason) {
        assertRefused("Release: " + release + "\n", reason);
    }

    @Test
    void what_is_there_never_or_several_times_is_refused() {
        assertRefused("Name: a\nRelease:\n", "should have a line Release: once, but has it 0 times");
        assertRefused("%if 1\nRelease: 1\n%else\nRelease: 2\n%endif\n", "Release: once, but has it 2 times");
        assertRefused("%global r 1\n%global r 2\nRelease: %{r}\n", "begins with once, but has it 2 times");
        assertRefused(
                "%global r %{s}\n%global s 2\nRelease: %{r}\n",
                "%{s} cannot be raised: it does not begin with a number");
    }

    @Test
    void a_changelog_gets_an_entry_on_top() {
        assertThat(edited("""
            Version: 1.9
            Release: 2%{?dist}
            %changelog
            * Mon Nov 02 2026 Robin <robin@example.com> - 1.9-2
            - New
            """)).isEqualTo("""
                Version: 1.9
                Release: 3%{?dist}
                %changelog
                * Fri Nov 27 2026 Freshmaker <freshmaker@example.com> - 1.9-3
                - Rebuild with zip-1-2

                * Mon Nov 02 2026 Robin <robin@example.com> - 1.9-2
                - New
                """);
    }

    @Test
    void an_entry_names_the_epoch_too_and_nothing_where_a_macro_would_have_to_be_read() {
        assertThat(edited("Epoch: 1\nVersion: 2\nRelease: 3\n%changelog\n")).contains("example.com> - 1:2-4\n");
        assertThat(edited("Version: %{v}\nRelease: 3\n%changelog\n")).contains("example.com>\n- Rebuild");
        assertThat(edited("Version: 1\nRelease: 3%{x}\n%changelog\n")).contains("example.com>\n- Rebuild");
        assertThat(edited("%global r 1\nVersion: 1\nRelease: %{r}\n%changelog\n"))
                .contains("example.com>\n- Rebuild");
    }

    @Test
    void a_changelog_that_is_made_of_the_commits_gets_none() {
        assertThat(edited("Release: 3\n%changelog\n%autochangelog\n"))
                .isEqualTo("Release: 4\n%changelog\n%autochangelog\n");
        assertThat(edited("Release: 3\n%changelog\n\n%{?autochangelog}\n")).doesNotContain("Rebuild");
    }

    private static String edited(String spec) {
        return new SpecBump("Rebuild with zip-1-2").edited(spec, "Freshmaker <freshmaker@example.com>", FRIDAY);
    }

    private static void assertRefused(String spec, String reason) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> edited(spec)).withMessageContaining(reason);
    }
}
