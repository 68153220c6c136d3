package io.freshmaker.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "1,   10, 0,  1, 0,    ,    0",
        "1,   10, 10, 1, 1,    ,    0",
        "1,   10, 11, 1, 2,    ,    2",
        "2,   10, 11, 2, 2,   1,    0",
        "99,  10, 5, 99, 1,  98,    0",
        "-5,  10, 5,  1, 1,    ,    0",
        "x,    x, 15, 1, 2,    ,    2",
        "1,   -1, 50, 1, 3,    ,    2",
        "1,    0, 5,  1, 0,    ,    0",
        "1, 5000, 1001, 1, 2,  ,    2"
    })
    void a_page_knows_its_neighbours_as_the_original_counts_them(
            String page, String perPage, long total, int number, int pages, String prev, int next) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/1/events/");
        request.setParameter("page", page);
        request.setParameter("per_page", perPage);

        PageMeta meta = Paging.of(request).meta(total);

        assertThat(meta.page()).isEqualTo(number);
        assertThat(meta.pages()).isEqualTo(pages);
        assertThat(meta.total()).isEqualTo(total);
        if (prev == null) assertThat(meta.prev()).isNull();
        else assertThat(meta.prev()).contains("?page=" + prev + "&");
        if (next == 0) assertThat(meta.next()).isNull();
        else assertThat(meta.next()).contains("?page=" + next + "&");
    }

    @Test
    void a_host_that_is_none_is_not_repeated_to_the_reader() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/1/events/");
        request.addHeader("Host", "localhost:8080");
        request.addHeader("X-Forwarded-Host", "evil\"><script>");
        request.addHeader("X-Scheme", "javascript");
        request.addHeader("X-Script-Name", "//evil.example.com");

        assertThat(Links.self(request)).isEqualTo("http://localhost:8080/api/1/events/");
    }

    @Test
    void an_order_key_may_be_turned_round_and_ties_are_settled_by_the_id() {
        OrderBy order = new OrderBy(new LinkedHashMap<>(Map.of("id", "number", "name", "name")));

        assertThat(order.order(null).sql()).isEqualTo("number desc");
        assertThat(order.order("id").sql()).isEqualTo("number");
        assertThat(order.order("-name").sql()).isEqualTo("name desc, number desc");
        assertThat(order.order("name").sql()).isEqualTo("name, number");
        assertThatThrownBy(() -> order.order("")).isInstanceOf(ApiError.class);
    }
}
