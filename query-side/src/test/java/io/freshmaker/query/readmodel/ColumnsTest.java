package io.freshmaker.query.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void what_is_too_long_for_an_index_is_cut_and_nothing_else() {
        String longest = "é".repeat(500);
        Columns<String> columns = new Columns<>(Arrays.asList("short", longest, longest + "x"));

        assertThat(columns.indexed(text -> text)).containsExactly("short", longest, longest);
        assertThat(columns.indexed(_ -> null)).containsOnlyNulls();
        assertThat(columns.texts(text -> text)).endsWith(longest + "x");
    }
}
