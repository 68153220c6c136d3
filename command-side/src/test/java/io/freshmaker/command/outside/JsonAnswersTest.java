package io.freshmaker.command.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.port.Unavailable;
import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswersTest {

    @Test
    void an_object_is_read() {
        assertThat(JsonAnswers.object("shelf", "a book", answer("{\"id\": 7}"))
                        .path("id")
                        .asInt())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "null", "<html>", "{\"id\": ", "{\"id\": 7"})
    void what_is_no_object_was_not_said_by_the_system(String body) {
        assertThatThrownBy(() -> JsonAnswers.object("shelf", "a book", answer(body)))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("shelf answered")
                .hasMessageContaining("(a book)");
    }

    @Test
    void a_list_is_read() {
        assertThat(JsonAnswers.list("shelf", "books", answer("[7, 8]"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "1", "null", "<html>", "[1", "\"[]\""})
    void what_is_no_list_was_not_said_by_the_system_either(String body) {
        assertThatThrownBy(() -> JsonAnswers.list("shelf", "books", answer(body)))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("shelf answered")
                .hasMessageContaining("(books)");
    }

    @Test
    void a_text_is_found_in_what_may_be_anything() {
        assertThat(JsonAnswers.textOf(answer("{\"message\": \" no \"}"), "message"))
                .contains("no");
        assertThat(JsonAnswers.textOf(answer("<html>"), "message")).isEmpty();
        assertThat(JsonAnswers.textOf(answer("[]"), "message")).isEmpty();
        assertThat(JsonAnswers.textOf(answer(""), "message")).isEmpty();
    }

    @Test
    void a_query_is_encoded_in_the_order_in_which_it_was_given() {
        Query query = Query.of("name", "a b&c=d")
                .and("page", 1)
                .andIfSet("owner", null)
                .andIfSet("state", "ready");

        assertThat(query).hasToString("?name=a+b%26c%3Dd&page=1&state=ready");
    }

    private static Answer answer(String body) {
        return new Answer(200, HttpHeaders.of(Map.of(), (_, _) -> true), body.getBytes(UTF_8));
    }
}
