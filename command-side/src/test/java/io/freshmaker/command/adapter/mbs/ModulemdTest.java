package io.freshmaker.command.adapter.mbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.freshmaker.command.adapter.mbs.Modulemd.Component;
import io.freshmaker.command.port.KnownModule.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModulemdTest {

    @Test
    void version_1_gives_one_stream_for_each_module() {
        Modulemd read = Modulemd.parse("""
            document: modulemd
            version: 1
            data:
              dependencies:
                buildrequires: {platform: f27, perl: 5.10}
                requires: {platform: f27}
              components:
                rpms:
                  tls: {rationale: it is needed, ref: f27}
                  zip:
                    rationale: it has no branch
                modules:
                  other: {ref: f27}
            """);

        assertThat(requirements(read, Optional.empty()))
                .containsExactly(new Requirement("platform", "f27"), new Requirement("perl", "5.10"));
        assertThat(read.components()).containsOnly(new Component("tls", "f27"), new Component("zip", "master"));
    }

    @Test
    void version_2_gives_alternatives_with_lists_of_streams() {
        Modulemd read = Modulemd.parse("""
            document: modulemd
            version: 2
            data:
              dependencies:
              - buildrequires: {platform: [f29], ruby: ['2.5', 2.10]}
              - buildrequires: {platform: [f30]}
              - requires: {platform: [f31]}
            """);

        assertThat(requirements(read, Optional.of("elsewhere")))
                .containsExactly(
                        new Requirement("platform", "f29"),
                        new Requirement("ruby", "2.5"),
                        new Requirement("ruby", "2.10"),
                        new Requirement("platform", "f30"));
        assertThat(read.components()).isEmpty();
    }

    @Test
    void where_no_stream_is_named_that_counts_with_which_it_was_built() {
        Modulemd read = Modulemd.parse("data: {dependencies: [{buildrequires: {platform: [], perl: [-f28]}}]}");

        assertThat(requirements(read, Optional.of("f42")))
                .containsExactly(new Requirement("platform", "f42"), new Requirement("perl", "f42"));
        assertThat(requirements(read, Optional.empty())).isEmpty();
    }

    @Test
    void metadata_of_another_form_says_nothing() {
        for (String text : List.of("", "a", "[]", "data: []", "data: {components: [], dependencies: a}")) {
            assertThat(Modulemd.parse(text)).isEqualTo(Modulemd.parse("data: {}"));
        }
    }

    @Test
    void what_is_no_yaml_or_grows_when_it_is_read_is_refused() {
        for (String text :
                List.of("[", "a: b: c", "a: &a [1]\nb: *a", "[".repeat(10_000), "--- a\n--- b", "a: \u0000")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Modulemd.parse(text));
        }
    }

    private static List<Requirement> requirements(Modulemd metadata, Optional<String> resolved) {
        return metadata.buildRequires().stream()
                .flatMap(one -> one.requirements(resolved))
                .toList();
    }
}
