package io.freshmaker.query.login.certificate;

import io.freshmaker.query.login.Auth;
import io.freshmaker.query.login.Login;
import io.freshmaker.query.login.LoginRefused;
import io.freshmaker.query.login.Mode;
import io.freshmaker.query.login.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The subject of a client certificate is the name, as in the original; it is in no group (spec §10.8). */
@Component
class CertificateLogin implements Login {

    private final String proxy;

    CertificateLogin(Auth auth, Environment settings) {
        if (auth.has(Mode.CERTIFICATE)) Certificates.requireServer(settings, "freshmaker.auth=certificate");
        proxy = settings.getProperty("freshmaker.trusted-proxy.certificate-subject", "");
    }

    @Override
    public Mode mode() {
        return Mode.CERTIFICATE;
    }

    @Override
    public Optional<Person> of(HttpServletRequest request) {
        return Certificates.subject(request)
                .filter(subject -> !subject.equals(proxy)) // its certificate is no person's
                .map(subject -> Person.of(subject, Mode.CERTIFICATE, Set::of, Set.of())
                        .orElseThrow(() -> new LoginRefused("The subject of the certificate is not usable.")));
    }
}
