package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Unavailable;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;

/** Kerberos tickets for a server's HTTP service, of a principal whose key is in a keytab: a new one each time. */
final class Tickets {

    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String NAME = "freshmaker-koji";

    private final String service;
    private final Configuration configuration;

    /** @param host where the service is: its principal is {@code HTTP/<host>} */
    Tickets(String principal, String keytab, String host) {
        this.service = "HTTP@" + host;
        this.configuration = new FromKeytab(principal, keytab);
    }

    /** What a request says that shows a new ticket before it is asked for it. */
    Headers header() {
        try {
            LoginContext login = new LoginContext(NAME, new Subject(), null, configuration);
            login.login();
            try {
                byte[] token = Subject.callAs(login.getSubject(), this::token);
                return Headers.NONE.with(
                        "Authorization", "Negotiate " + Base64.getEncoder().encodeToString(token));
            } finally {
                login.logout();
            }
        } catch (LoginException | CompletionException e) {
            throw new Unavailable("Kerberos gives no ticket for %s: %s".formatted(service, reason(e)), e);
        }
    }

    private byte[] token() throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSName server = manager.createName(service, GSSName.NT_HOSTBASED_SERVICE);
        GSSContext context = manager.createContext(server, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
        try {
            context.requestMutualAuth(false); // TLS says who the server is
            return context.initSecContext(new byte[0], 0, 0);
        } finally {
            context.dispose();
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** What a file {@code login.conf} would say. */
    private static final class FromKeytab extends Configuration {

        private final AppConfigurationEntry[] entries;

        FromKeytab(String principal, String keytab) {
            Map<String, String> options = Map.of(
                    "principal", principal,
                    "keyTab", keytab,
                    "useKeyTab", "true",
                    "storeKey", "true",
                    "doNotPrompt", "true",
                    "isInitiator", "true",
                    "refreshKrb5Config", "true");
            entries = new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule", LoginModuleControlFlag.REQUIRED, options)
            };
        }

        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return entries.clone();
        }
    }
}
