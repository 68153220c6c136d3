package io.freshmaker.command.adapter.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputTailTest {

    private final OutputTail tail = new OutputTail();

    @Test
    void what_fits_is_kept_whole() {
        add("one\n");
        add("two ä\n");

        assertThat(tail.text()).isEqualTo("one\ntwo ä\n");
    }

    @Test
    void of_more_the_end_is_kept_in_order() {
        add("x".repeat(OutputTail.SIZE - 2));
        add("abcd");
        add("e");

        assertThat(tail.text()).hasSize(OutputTail.SIZE).startsWith("xx").endsWith("xabcde");
    }

    @Test
    void a_piece_longer_than_what_is_kept_leaves_its_end() {
        add("start" + "y".repeat(2 * OutputTail.SIZE) + "end");
        add("!");

        assertThat(tail.text()).hasSize(OutputTail.SIZE).startsWith("yy").endsWith("yend!");
        assertThat(tail.written()).isEqualTo(2L * OutputTail.SIZE + 9);
    }

    @Test
    void a_character_that_was_cut_is_left_out() {
        add("€" + "z".repeat(OutputTail.SIZE - 1));

        assertThat(tail.text()).isEqualTo("z".repeat(OutputTail.SIZE - 1));
    }

    @Test
    void what_is_no_text_is_never_longer_than_it_was() {
        byte[] noise = new byte[OutputTail.SIZE];
        java.util.Arrays.fill(noise, (byte) 0xC3);
        tail.add(noise);

        assertThat(tail.text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(OutputTail.SIZE);
    }

    @Test
    void the_last_line_is_the_last_one_that_is_not_blank() {
        add("first\r\nprogress 1%\rprogress 2%\n  \n\n");

        assertThat(tail.lastLine()).isEqualTo("progress 2%");
    }

    @Test
    void silence_has_an_empty_last_line() {
        assertThat(tail.lastLine()).isEmpty();
    }

    private void add(String text) {
        tail.add(text.getBytes(UTF_8));
    }
}
