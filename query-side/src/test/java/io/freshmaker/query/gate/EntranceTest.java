package io.freshmaker.query.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.freshmaker.query.limit.TestLimits;
import io.freshmaker.query.login.Logins;
import io.freshmaker.query.login.proxy.TestProxy;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** From whom a request is, where it is counted. */
class EntranceTest {

    private final List<String> refusals = new ArrayList<>();
    private final Entrance entrance =
            new Entrance(TestLimits.perMinute(2, 0), TestProxy.trusted(), mock(Logins.class), (_, _, _, error) -> {
                refusals.add(String.valueOf(error.getMessage()));
                return null;
            });

    @Test
    void who_asks_too_much_is_refused_whatever_he_says_of_himself() throws ServletException, IOException {
        for (int i = 0; i < 4; i++) enter("192.0.2.1", "10.0.0." + i, "no secret");
        enter("192.0.2.2", "10.0.0.1", "no secret");

        assertThat(refusals).hasSize(2).containsOnly("Too many requests; wait a minute.");
    }

    @Test
    void behind_the_proxy_the_address_that_it_saw_counts() throws ServletException, IOException {
        for (int i = 0; i < 4; i++) enter("192.0.2.1", "spoofed, 10.0.0." + i, TestProxy.SECRET);
        assertThat(refusals).isEmpty();

        for (int i = 0; i < 2; i++) enter("192.0.2.1", "10.9.9.9, 10.0.0.1", TestProxy.SECRET);
        assertThat(refusals).hasSize(1);
    }

    @Test
    void what_is_no_address_counts_as_the_proxy() throws ServletException, IOException {
        for (String strange : List.of("unknown", "evil.example.com", "10.0.0.0/8")) {
            enter("192.0.2.7", strange, TestProxy.SECRET);
        }
        assertThat(refusals).hasSize(1);
    }

    private void enter(String address, String forwarded, String secret) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/1/events/");
        request.setRemoteAddr(address);
        request.addHeader("X-Forwarded-For", forwarded);
        request.addHeader("X-Proxy-Secret", secret);
        entrance.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
