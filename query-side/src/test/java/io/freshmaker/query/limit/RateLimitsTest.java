package io.freshmaker.query.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.login.TestAuth;
import io.freshmaker.query.web.ApiError;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits(new LimitSettings(3, 2, 10), TestAuth.of("oidc"));

    @Test
    void who_asks_too_much_waits_and_nobody_else_does() {
        for (int i = 0; i < 3; i++) limits.request("192.0.2.1");

        assertThatThrownBy(() -> limits.request("192.0.2.1"))
                .isInstanceOf(ApiError.class)
                .hasMessage("Too many requests; wait a minute.");
        limits.request("192.0.2.2");
    }

    @Test
    void who_writes_too_much_waits() {
        limits.write("jane");
        limits.write("jane");

        assertThatThrownBy(() -> limits.write("jane")).hasMessage("Too many writes; wait a minute.");
        limits.write("joe");
        limits.request("jane");
    }

    @Test
    void the_addresses_of_one_network_are_one_sender() {
        limits.request("2001:db8:1:2:0:0:0:1");
        limits.request("2001:db8:1:2:0:0:0:2");
        limits.request("2001:db8:1:2:ffff:1:2:3");

        assertThatThrownBy(() -> limits.request("2001:db8:1:2:9:9:9:9")).isInstanceOf(ApiError.class);
        limits.request("2001:db8:1:3:0:0:0:1");
        assertThat(RateLimits.network("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(RateLimits.network("::ffff:10.0.0.1")).isEqualTo("::ffff:10.0.0.1");
    }

    @Test
    void nought_is_no_limit_and_so_is_no_login() {
        RateLimits none = new RateLimits(new LimitSettings(0, 0, 10), TestAuth.of("oidc"));
        RateLimits alone = new RateLimits(new LimitSettings(1, 1, 10), TestAuth.of("none"));
        for (int i = 0; i < 100; i++) {
            none.request("192.0.2.1");
            none.write("jane");
            alone.request("127.0.0.1");
        }
    }

    @Test
    void a_wrong_setting_stops_the_start() {
        assertThatThrownBy(() -> new LimitSettings(-1, 0, 1))
                .hasMessage("freshmaker.rate-limit.requests-per-minute: expected 0 or more, found -1");
        assertThatThrownBy(() -> new LimitSettings(1, 0, 0))
                .hasMessage("freshmaker.rate-limit.senders: expected at least 1, found 0");
    }
}
