package io.freshmaker.query.login.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.login.LoginRefused;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who may say who somebody is. */
class TrustedProxyTest {

    private static final String SECRET = TestProxy.SECRET;
    private static final String SUBJECT = "CN=proxy,O=Example";

    @Test
    void the_proxy_says_who_it_is() {
        TrustedProxy proxy = TestProxy.with(Map.of("secret", SECRET, "realm", "EXAMPLE.ORG"));

        Person person = proxy.of(said("jane@EXAMPLE.ORG", SECRET)).orElseThrow();

        assertThat(person.name()).isEqualTo("jane");
        assertThat(person.groups().get()).isEmpty();
        assertThat(proxy.of(said("", SECRET))).isEmpty();
        assertThat(proxy.of(new MockHttpServletRequest())).isEmpty();
    }

    @Test
    void what_anybody_else_says_counts_for_nothing() {
        TrustedProxy proxy = TestProxy.with(Map.of("secret", SECRET));
        MockHttpServletRequest none = new MockHttpServletRequest();
        none.addHeader("X-Remote-User", "root");
        MockHttpServletRequest twice = said("root", "guess");
        twice.addHeader("X-Proxy-Secret", SECRET);

        assertThat(proxy.of(none)).isEmpty();
        assertThat(proxy.of(said("root", ""))).isEmpty();
        assertThat(proxy.of(said("root", SECRET.substring(1)))).isEmpty();
        assertThat(proxy.of(said("root", SECRET + SECRET))).isEmpty();
        assertThat(proxy.of(said("root", SECRET.toUpperCase(Locale.ROOT)))).isEmpty();
        assertThat(proxy.of(twice)).isEmpty();
    }

    @Test
    void a_name_that_a_client_has_slipped_past_the_proxy_is_refused() {
        TrustedProxy proxy = TestProxy.with(Map.of("secret", SECRET, "realm", "EXAMPLE.ORG"));
        MockHttpServletRequest two = said("jane@EXAMPLE.ORG", SECRET);
        two.addHeader("x-remote-user", "root@EXAMPLE.ORG");

        assertThatThrownBy(() -> proxy.of(two)).isInstanceOf(LoginRefused.class);
        for (String name :
                new String[] {"root@EVIL.ORG", "root", "@EXAMPLE.ORG", "ro\u0000ot@EXAMPLE.ORG", " @EXAMPLE.ORG"}) {
            assertThatThrownBy(() -> proxy.of(said(name, SECRET))).isInstanceOf(LoginRefused.class);
        }
    }

    @Test
    void where_addresses_are_set_it_must_come_from_one() {
        TrustedProxy proxy = TestProxy.with(Map.of("secret", SECRET, "addresses", "10.0.0.0/8,::1"));
        MockHttpServletRequest near = said("jane", SECRET);
        near.setRemoteAddr("10.1.2.3");
        MockHttpServletRequest far = said("jane", SECRET);
        far.setRemoteAddr("192.0.2.1");
        far.addHeader("X-Forwarded-For", "10.1.2.3");

        assertThat(proxy.of(near)).isPresent();
        assertThat(proxy.of(far)).isEmpty();
    }

    @Test
    void where_a_certificate_is_set_it_must_show_it() {
        TrustedProxy proxy = TestProxy.with(Map.of("certificate-subject", SUBJECT));
        MockHttpServletRequest other = said("root", "");
        other.setAttribute(TestCertificate.ATTRIBUTE, TestCertificate.of("CN=proxy,O=Evil"));
        MockHttpServletRequest right = said("jane", "");
        right.setAttribute(TestCertificate.ATTRIBUTE, TestCertificate.of(SUBJECT));

        assertThat(proxy.of(said("root", ""))).isEmpty();
        assertThat(proxy.of(other)).isEmpty();
        assertThat(proxy.of(right)).isPresent();
    }

    @Test
    void the_secret_may_be_in_a_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

        assertThat(TestProxy.with(Map.of("secret-file", file.toString())).of(said("jane", SECRET)))
                .isPresent();
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        assertThatThrownBy(() -> TestProxy.with(Map.of("secret-file", empty.toString())))
                .hasMessage("freshmaker.trusted-proxy.secret-file: expected a file with a secret, found an empty one");
    }

    @Test
    void a_wrong_setting_stops_the_start_and_shows_no_secret() {
        assertThatThrownBy(() -> TestProxy.with(Map.of()))
                .hasMessageStartingWith("freshmaker.trusted-proxy.secret: expected");
        assertThatThrownBy(() -> TestProxy.with(Map.of("secret", "too short")))
                .hasMessage("freshmaker.trusted-proxy.secret: expected at least 32 characters, found 9 characters");
        assertThatThrownBy(() -> TestProxy.with(Map.of("secret", SECRET, "addresses", "here")))
                .hasMessage("freshmaker.trusted-proxy.addresses: expected addresses or networks, found here");
        assertThatThrownBy(() -> TestProxy.with(Map.of("secret", SECRET, "user-header", "X User")))
                .hasMessageStartingWith("freshmaker.trusted-proxy.user-header:");
        assertThat(TestProxy.settings(Map.of("secret", SECRET)).toString()).doesNotContain(SECRET);
    }

    private static MockHttpServletRequest said(String user, String secret) {
        MockHttpServletRequest request = new MockHttpServletRequest("PATCH", "/api/1/events/1");
        request.addHeader("X-Remote-User", user);
        if (!secret.isEmpty()) request.addHeader("X-Proxy-Secret", secret);
        return request;
    }
}
