package io.freshmaker.query.testing;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.RDN;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** An LDAP server in the process, with TLS where an authority is given; only who binds may search. */
public final class TestLdap implements AutoCloseable {

    public static final String BIND_DN = "cn=freshmaker,dc=example";
    public static final String PASSWORD = "the password of LDAP in a test";
    public static final String USERS = "ou=people,dc=example";

    private final InMemoryDirectoryServer server;
    private final String scheme;
    private final AtomicInteger connections = new AtomicInteger();

    private TestLdap(InMemoryListenerConfig listener, String scheme) throws LDAPException {
        this.scheme = scheme;
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example");
        config.setSchema(null);
        config.addAdditionalBindCredentials(BIND_DN, PASSWORD);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        config.setListenerConfigs(listener);
        config.setAccessLogHandler(counting());
        server = new InMemoryDirectoryServer(config);
        server.add(new Entry("dc=example", new Attribute("objectClass", "domain"), new Attribute("dc", "example")));
        server.add(new Entry(USERS, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "people")));
        server.startListening();
    }

    public static TestLdap plain() {
        try {
            return new TestLdap(
                    InMemoryListenerConfig.createLDAPConfig("plain", InetAddress.getLoopbackAddress(), 0, null),
                    "ldap");
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestLdap secure(TestAuthority authority) {
        try {
            return new TestLdap(
                    InMemoryListenerConfig.createLDAPSConfig(
                            "secure",
                            InetAddress.getLoopbackAddress(),
                            0,
                            context(authority.server()).getServerSocketFactory(),
                            null),
                    "ldaps");
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "%s://127.0.0.1:%d".formatted(scheme, server.getListenPort());
    }

    /** The groups are DNs. */
    public void person(String uid, String... groups) {
        try {
            Entry entry = new Entry(new DN(new RDN("uid", uid), new DN(USERS)));
            entry.addAttribute("objectClass", "posixAccount");
            entry.addAttribute("uid", uid);
            entry.addAttribute("memberOf", List.of(groups));
            server.add(entry);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many connections are open. */
    public int connections() {
        return connections.get();
    }

    private Handler counting() {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (line.getMessage().contains(" CONNECT ")) connections.incrementAndGet();
                if (line.getMessage().contains(" DISCONNECT ")) connections.decrementAndGet();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    public void stop() {
        server.shutDown(true);
    }

    public void again() {
        try {
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(Identity identity) {
        try {
            PemSslStoreDetails own = PemSslStoreDetails.forCertificate(Files.readString(identity.certificate()))
                    .withPrivateKey(Files.readString(identity.key()));
            return SslBundle.of(new PemSslStoreBundle(own, null)).createSslContext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
