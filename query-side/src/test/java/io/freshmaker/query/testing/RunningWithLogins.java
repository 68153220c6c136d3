package io.freshmaker.query.testing;

import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The query side with TLS and every way of logging in: an issuer, a proxy with LDAP behind it, client certificates. All tests
 * with this annotation share one, and its {@link World}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:application-platform.yml",
            "server.address=127.0.0.1",
            "server.ssl.bundle=web",
            "server.ssl.client-auth=want",
            // Most of what FuzzIT asks for, and what it says it would like to have.
            "logging.level.org.springframework.web.servlet.PageNotFound=error",
            "logging.level.org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver=error",
            "logging.level.org.springframework.boot.webmvc.autoconfigure.WelcomePageHandlerMapping=error",
            "freshmaker.auth=oidc,proxy,certificate",
            "freshmaker.rate-limit.requests-per-minute=0",
            "freshmaker.rate-limit.writes-per-minute=0",
            "freshmaker.trusted-proxy.realm=EXAMPLE.ORG",
            "freshmaker.trusted-proxy.addresses=127.0.0.0/8",
            "freshmaker.roles.admin.users[0]=root",
            "freshmaker.roles.admin.users[1]=CN=root",
            "freshmaker.roles.admin.groups[0]=cn=admins,dc=example",
            "freshmaker.roles.manual-rebuilder.users[0]=CN=jane",
            "freshmaker.roles.manual-rebuilder.groups[0]=cn=rebuilders,dc=example",
            "freshmaker.roles.manual-rebuilder.groups[1]=rebuilders"
        })
@ContextConfiguration(classes = RunningQuerySide.Parts.class, initializers = RunningWithLogins.World.class)
public @interface RunningWithLogins {

    /** Everything around it, with the people who are known there. */
    class World implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        public static final String PROXY_SECRET = "the-secret-of-the-proxy-in-a-test-0123456789";
        public static final TestAuthority AUTHORITY = TestAuthority.create();
        public static final Issuer ISSUER = Issuer.start();
        public static final TestLdap LDAP = TestLdap.secure(AUTHORITY);

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            LDAP.person("root");
            LDAP.person("anna", "cn=admins,dc=example");
            LDAP.person("rita", "cn=rebuilders,dc=example");
            LDAP.person("john_smith", "cn=others,dc=example");
            Map<String, String> settings = new HashMap<>(Map.of(
                    "spring.datasource.url",
                    RunningQuerySide.FreshDatabase.url(),
                    "freshmaker.oidc.issuer",
                    ISSUER.url(),
                    "freshmaker.oidc.audience",
                    Issuer.AUDIENCE,
                    "freshmaker.trusted-proxy.secret",
                    PROXY_SECRET,
                    "freshmaker.ldap.url",
                    LDAP.url(),
                    "freshmaker.ldap.bind-dn",
                    TestLdap.BIND_DN,
                    "freshmaker.ldap.password",
                    TestLdap.PASSWORD,
                    "freshmaker.ldap.user-base",
                    TestLdap.USERS,
                    "freshmaker.ldap.ssl-bundle",
                    "directory"));
            Identity server = AUTHORITY.server();
            String bundle = "spring.ssl.bundle.pem.";
            settings.put(bundle + "web.keystore.certificate", "file:" + server.certificate());
            settings.put(bundle + "web.keystore.private-key", "file:" + server.key());
            settings.put(bundle + "web.truststore.certificate", "file:" + AUTHORITY.certificate());
            settings.put(bundle + "directory.truststore.certificate", "file:" + AUTHORITY.certificate());
            TestPropertyValues.of(settings).applyTo(context);
        }
    }
}
