package io.freshmaker.query.gate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.web.ApiError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What a web page that somebody looks at on this machine may try, and what comes from elsewhere. */
class LocalWritesTest {

    private final MockHttpServletRequest request = local();

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1:8080", "[::1]:8080", "LOCALHOST:8080"})
    void our_own_names_with_our_port_are_let_through(String host) {
        set("Host", host);
        LocalWrites.check(request);
    }

    /** DNS rebinding: the page's own name leads to this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example.com:8080",
                "localhost.evil.example.com:8080",
                "127.0.0.1.evil.example.com:8080",
                "localhost:80",
                "localhost",
                "evil@localhost:8080",
                "localhost:8080:8080",
                "[::1%25eth0]:8080",
                "[::ffff:127.0.0.1]:8080",
                "0.0.0.0:8080",
                "127.1:8080",
                "2130706433:8080",
                " localhost:8080",
                ""
            })
    void another_host_is_refused(String host) {
        set("Host", host);
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "https://evil.example.com",
                "http://localhost:1",
                "https://localhost:8080",
                "http://localhost:8080.evil.example.com",
                "http://evil.example.com:8080",
                "http://localhost:8080@evil.example.com",
                "file://",
                ""
            })
    void another_origin_is_refused(String origin) {
        set("Origin", origin);
        assertRefused();
    }

    /** What a form, or a script without asking first, can send. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain; a=application/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/*",
                "*/*",
                "application",
                ""
            })
    void anything_but_json_is_refused(String type) {
        request.removeHeader("Content-Type");
        request.setContentType(type);
        assertRefused();
    }

    @ParameterizedTest
    @CsvSource({
        "Forwarded, for=127.0.0.1",
        "X-Forwarded-For, 127.0.0.1",
        "x-forwarded-host, localhost:8080",
        "X-Forwarded-Anything, 1"
    })
    void what_a_proxy_hands_on_is_refused(String header, String value) {
        set(header, value);
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.0.2.1", "fe80::1", "2001:db8::1", "::ffff:10.0.0.1"})
    void another_machine_is_refused(String address) {
        request.setRemoteAddr(address);
        assertRefused();
    }

    @Test
    void the_loopback_addresses_are_this_machine() {
        for (String address : new String[] {"127.0.0.1", "::1", "0:0:0:0:0:0:0:1", "127.3.2.1"}) {
            request.setRemoteAddr(address);
            LocalWrites.check(request);
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> LocalWrites.check(request))
                .isInstanceOf(ApiError.class)
                .hasMessageStartingWith("Writes ");
    }

    private void set(String header, String value) {
        request.removeHeader(header);
        request.addHeader(header, value);
    }

    private static MockHttpServletRequest local() {
        MockHttpServletRequest request = new MockHttpServletRequest("PATCH", "/api/1/events/1");
        request.setRemoteAddr("127.0.0.1");
        request.setLocalPort(8080);
        request.setContentType("application/json");
        request.addHeader("Host", "localhost:8080");
        return request;
    }
}
