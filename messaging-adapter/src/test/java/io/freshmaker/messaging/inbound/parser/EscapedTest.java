package io.freshmaker.messaging.inbound.parser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EscapedTest {

    @Test
    void what_is_not_printable_ASCII_is_written_as_its_code() {
        assertThat(Escaped.of("a\n\u0000é\\ ~")).isEqualTo("a\\u000a\\u0000\\u00e9\\u005c ~");
    }

    @Test
    void long_text_is_cut_and_says_so() {
        assertThat(Escaped.of("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
        assertThat(Escaped.of("x".repeat(80))).hasSize(80);
    }
}
