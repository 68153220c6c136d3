package io.freshmaker.command.outside;

import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/**
 * Shows a Kerberos ticket for a server's service {@code HTTP/<host>} before it is asked for it (SPNEGO): a new one each time, because
 * no server takes one twice.
 */
public final class KerberosIdentity implements Identity {

    private static final String SPNEGO = "1.3.6.1.5.5.2";
    private static final String NAME = "freshmaker";

    private final Configuration configuration;

    /** @param keytab with the principal's key; null: somebody else keeps a ticket in the cache that {@code KRB5CCNAME} names */
    public KerberosIdentity(String principal, @Nullable Path keytab) {
        this.configuration = new LoginConf(principal, keytab);
    }

    @Override
    public void introduce(HttpRequest.Builder request, URI server) {
        request.setHeader("Authorization", authorization(server.getHost()));
    }

    /**
     * What the header {@code Authorization} of one request to that host says.
     *
     * @throws Unavailable when Kerberos gives no ticket now
     */
    public String authorization(String host) {
        String service = "HTTP@" + host;
        try {
            LoginContext login = new LoginContext(NAME, new Subject(), null, configuration);
            login.login();
            try {
                byte[] token = Subject.callAs(login.getSubject(), () -> token(service));
                return "Negotiate " + Base64.getEncoder().encodeToString(token);
            } finally {
                login.logout();
            }
        } catch (LoginException | CompletionException e) {
            throw new Unavailable("Kerberos gives no ticket for %s: %s".formatted(service, reason(e)), e);
        }
    }

    private static byte[] token(String service) throws GSSException {
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
    private static final class LoginConf extends Configuration {

        private final AppConfigurationEntry[] entries;

        LoginConf(String principal, @Nullable Path keytab) {
            Map<String, String> options = new HashMap<>(Map.of(
                    "principal", principal,
                    "doNotPrompt", "true",
                    "isInitiator", "true",
                    "refreshKrb5Config", "true"));
            options.putAll(
                    keytab == null
                            ? Map.of("useTicketCache", "true")
                            : Map.of("useKeyTab", "true", "keyTab", keytab.toString(), "storeKey", "true"));
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
