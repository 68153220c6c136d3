package io.freshmaker.query.login.proxy;

import io.freshmaker.query.ldap.LdapGroups;
import io.freshmaker.query.login.Auth;
import io.freshmaker.query.login.Login;
import io.freshmaker.query.login.LoginRefused;
import io.freshmaker.query.login.Mode;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.login.certificate.Certificates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Believes the proxy in front of us who somebody is (the original's {@code REMOTE_USER}, spec §10.8), after it has shown that it
 * is the proxy. From anybody else its headers say nothing, as if they were not there.
 */
@Component
@EnableConfigurationProperties(ProxySettings.class)
public class TrustedProxy implements Login {

    private final boolean used;
    private final ProxySettings settings;
    private final byte[] secret;
    private final List<IpAddressMatcher> addresses;
    private final LdapGroups ldap;

    TrustedProxy(Auth auth, ProxySettings settings, Environment environment, LdapGroups ldap) {
        used = auth.has(Mode.PROXY);
        if (used) settings.check();
        if (used && !settings.certificateSubject().isEmpty()) {
            Certificates.requireServer(environment, ProxySettings.PREFIX + ".certificate-subject");
        }
        this.settings = settings;
        this.secret = used ? bytes(settings.knownSecret()) : bytes("");
        this.addresses = used ? settings.matchers() : List.of();
        this.ldap = ldap;
    }

    @Override
    public Mode mode() {
        return Mode.PROXY;
    }

    @Override
    public Optional<Person> of(HttpServletRequest request) {
        if (!sends(request)) return Optional.empty();
        List<String> names = values(request, settings.userHeader());
        if (names.isEmpty() || names.equals(List.of(""))) return Optional.empty();
        if (names.size() > 1) throw new LoginRefused("The proxy names more than one user.");
        return Optional.of(person(names.getFirst()));
    }

    /** Whether it comes from the proxy; never where there is none. */
    public boolean sends(HttpServletRequest request) {
        return used && comesFromThere(request) && showsSecret(request) && showsCertificate(request);
    }

    private Person person(String said) {
        String name = said;
        if (!settings.realm().isEmpty()) {
            String end = "@" + settings.realm();
            if (!said.endsWith(end)) throw new LoginRefused("The user is of another realm.");
            name = said.substring(0, said.length() - end.length());
        }
        String user = name;
        return Person.of(user, Mode.PROXY, () -> ldap.of(user), Set.of())
                .orElseThrow(() -> new LoginRefused("The name of the user is not usable."));
    }

    private boolean comesFromThere(HttpServletRequest request) {
        return addresses.isEmpty() || addresses.stream().anyMatch(address -> address.matches(request));
    }

    /** Compared in a time that does not tell how much of it was right. */
    private boolean showsSecret(HttpServletRequest request) {
        if (secret.length == 0) return true;
        List<String> shown = values(request, settings.secretHeader());
        return shown.size() == 1 && MessageDigest.isEqual(secret, bytes(shown.getFirst()));
    }

    private boolean showsCertificate(HttpServletRequest request) {
        String expected = settings.certificateSubject();
        return expected.isEmpty()
                || Certificates.subject(request).filter(expected::equals).isPresent();
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
