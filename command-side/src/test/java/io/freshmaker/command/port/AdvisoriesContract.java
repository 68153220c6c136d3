package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all {@link Advisories} must do. */
public abstract class AdvisoriesContract {

    private static final AdvisoryContent TEA = new AdvisoryContent(
            nvrs("teapot-2.1-3.el9", "kettle-1.0-1.el9"),
            nvrs("teapot-2.1-3.el9", "kettle-1.0-1.el9"),
            nvrs("teapot-2.1-3.el9", "teapot-lid-2.1-3.el9", "kettle-1.0-1.el9"),
            nvrs("teapot-lid-2.1-3.el9"),
            List.of("teahouse-9-rpms__x86_64", "teahouse-9-debug-rpms__x86_64"),
            true);

    /** Some that know exactly this advisory. */
    protected abstract Advisories knowing(Advisory advisory, AdvisoryContent content);

    @Test
    void an_advisory_is_known_by_its_number_with_all_that_rules_ask_about() {
        Advisory urgent = new Advisory(
                7,
                "RHSA-2026:0007",
                "SHIPPED_LIVE",
                List.of("rpm", "module"),
                "critical",
                "TEAHOUSE",
                "TEAHOUSE-9.4",
                "Zstream",
                List.of("CVE-2026-10002", "CVE-2026-10001"),
                true,
                true,
                true,
                "botas/brewery@example.com");

        assertThat(knowing(urgent, TEA).find(7)).contains(urgent);
    }

    @Test
    void one_that_is_not_urgent_has_no_priority() {
        Advisory calm = FakeAdvisories.advisory(7, "QE", "rpm");

        assertThat(knowing(calm, TEA).find(7)).contains(calm);
    }

    @Test
    void an_advisory_that_nobody_knows_is_none_and_ships_nothing() {
        Advisories some = knowing(FakeAdvisories.advisory(7, "QE", "rpm"), TEA);

        assertThat(some.find(8)).isEmpty();
        assertThat(some.contentOf(8).builds()).isEmpty();
        assertThat(some.contentOf(8).repositories()).isEmpty();
        assertThat(some.contentOf(8).signed()).isFalse();
    }

    @Test
    void what_it_ships_is_known() {
        assertThat(knowing(FakeAdvisories.advisory(7, "QE", "rpm"), TEA).contentOf(7))
                .isEqualTo(TEA);
    }

    @ParameterizedTest
    @CsvSource({"NEW_FILES, true", "QE, true", "PUSH_READY, true", "SHIPPED_LIVE, false", "DROPPED_NO_SHIP, false"})
    void a_build_is_awaited_by_advisories_that_have_it_and_are_still_to_be_shipped(String state, boolean awaited) {
        Advisories some = knowing(FakeAdvisories.advisory(7, state, "rpm"), TEA);

        assertThat(some.having("kettle-1.0-1.el9")).isEqualTo(awaited ? List.of(7L) : List.of());
        assertThat(some.having("kettle-1.0-2.el9")).isEmpty();
    }

    private static List<Nvr> nvrs(String... nvrs) {
        return Stream.of(nvrs).map(Nvr::new).toList();
    }
}
