package io.freshmaker.query.login.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.login.LoginRefused;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.login.TestAuth;
import io.freshmaker.query.testing.TestCertificate;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class CertificateLoginTest {

    private final MockEnvironment settings = new MockEnvironment()
            .withProperty("server.ssl.client-auth", "want")
            .withProperty("server.ssl.bundle", "web");

    @Test
    void the_subject_is_the_name_and_it_is_in_no_group() {
        Person person = login().of(with("CN=jane, O=Example")).orElseThrow();

        assertThat(person.name()).isEqualTo("CN=jane,O=Example");
        assertThat(person.groups().get()).isEmpty();
    }

    @Test
    void without_a_certificate_it_is_nobody() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("SSL_CLIENT_S_DN", "CN=root");
        request.addHeader("X-Client-Cert", "CN=root");

        assertThat(login().of(request)).isEmpty();
    }

    @Test
    void the_certificate_of_the_proxy_is_no_persons() {
        settings.setProperty("freshmaker.trusted-proxy.certificate-subject", "CN=proxy,O=Example");

        assertThat(login().of(with("CN=proxy, O=Example"))).isEmpty();
    }

    @Test
    void a_subject_that_cannot_be_shown_is_refused() {
        assertThatThrownBy(() -> login().of(with("CN=" + "x".repeat(200)))).isInstanceOf(LoginRefused.class);
        assertThat(login().of(with(""))).isEmpty();
    }

    @Test
    void a_server_that_asks_for_none_or_trusts_everybody_does_not_start() {
        MockEnvironment silent = new MockEnvironment();
        MockEnvironment trusting = new MockEnvironment().withProperty("server.ssl.client-auth", "need");

        assertThatThrownBy(() -> new CertificateLogin(TestAuth.of("certificate"), silent))
                .hasMessage("server.ssl.client-auth: expected want or need, because of freshmaker.auth=certificate, "
                        + "found none");
        assertThatThrownBy(() -> new CertificateLogin(TestAuth.of("certificate"), trusting))
                .hasMessageStartingWith("server.ssl.bundle: expected a bundle with the authority");
    }

    private CertificateLogin login() {
        return new CertificateLogin(TestAuth.of("certificate"), settings);
    }

    private static MockHttpServletRequest with(String subject) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(TestCertificate.ATTRIBUTE, TestCertificate.of(subject));
        return request;
    }
}
