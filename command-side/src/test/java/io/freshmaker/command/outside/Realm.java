package io.freshmaker.command.outside;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;

/** A Kerberos realm in this process, with a user {@code freshmaker} and the service {@code HTTP/localhost}. */
public final class Realm implements AutoCloseable {

    static final String NAME = "TEST.EXAMPLE";
    public static final String USER = "freshmaker@" + NAME;
    private static final String SERVICE = "HTTP/localhost@" + NAME;
    private static final String WHERE = "java.security.krb5.conf";

    private final SimpleKdcServer kdc;
    private final Path userKeytab;
    private final Path serviceKeytab;

    public Realm(Path folder) throws KrbException, IOException {
        userKeytab = folder.resolve("freshmaker.keytab");
        serviceKeytab = folder.resolve("http.keytab");
        kdc = new SimpleKdcServer();
        kdc.setWorkDir(folder.toFile());
        kdc.setKdcRealm(NAME);
        kdc.setKdcHost("localhost");
        kdc.setAllowUdp(false);
        kdc.setKdcTcpPort(freePort());
        kdc.init();
        kdc.start();
        kdc.createPrincipals(USER, SERVICE);
        kdc.exportPrincipal(USER, userKeytab.toFile());
        kdc.exportPrincipal(SERVICE, serviceKeytab.toFile());
        System.setProperty(WHERE, folder.resolve("krb5.conf").toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public Path keytab() {
        return userKeytab;
    }

    /** Of another user: the keys are none of {@link #USER}'s. */
    public Path wrongKeytab() {
        return serviceKeytab;
    }

    /** Who a SPNEGO token for the service says that it is from; throws for a token that is none. */
    public String verify(byte[] token) throws LoginException {
        LoginContext login = new LoginContext("service", new Subject(), null, new Acceptor(serviceKeytab));
        login.login();
        return Subject.callAs(login.getSubject(), () -> accepted(token));
    }

    private static String accepted(byte[] token) throws GSSException {
        GSSContext context = GSSManager.getInstance().createContext((GSSCredential) null);
        try {
            context.acceptSecContext(token, 0, token.length);
            if (!context.isEstablished()) throw new IllegalStateException("The token is not enough");
            return context.getSrcName().toString();
        } finally {
            context.dispose();
        }
    }

    @Override
    public void close() throws KrbException {
        System.clearProperty(WHERE);
        kdc.stop();
    }

    private static final class Acceptor extends Configuration {

        private final Path keytab;

        Acceptor(Path keytab) {
            this.keytab = keytab;
        }

        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            Map<String, String> options = Map.of(
                    "principal", SERVICE,
                    "keyTab", keytab.toString(),
                    "useKeyTab", "true",
                    "storeKey", "true",
                    "doNotPrompt", "true",
                    "isInitiator", "false");
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options)
            };
        }
    }
}
